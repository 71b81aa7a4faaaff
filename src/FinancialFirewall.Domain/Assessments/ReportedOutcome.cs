namespace FinancialFirewall.Domain.Assessments;

/// <summary>What became of a payment, as its submitter or an investigation reports it. The numbers are kept on disk and never change.</summary>
public enum ReportedOutcome : byte
{
    /// <summary>It was executed.</summary>
    Executed = 1,

    /// <summary>It was not executed.</summary>
    Failed = 2,

    /// <summary>It was executed and came back.</summary>
    Returned = 3,

    /// <summary>Its debtor disputes it.</summary>
    Disputed = 4,

    /// <summary>It was fraud.</summary>
    Fraud = 5,

    /// <summary>It was legitimate.</summary>
    Legitimate = 6,
}
