namespace FinancialFirewall.Simulator.Writing;

/// <summary>How payments are written.</summary>
public enum PaymentFormat
{
    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>A table whose columns have the members' names.</summary>
    Csv,

    /// <summary>One ISO 20022 message pacs.008.001.08; a clearing system's view of transfers.</summary>
    Pacs008,
}
