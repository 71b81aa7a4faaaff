namespace FinancialFirewall.Domain.Policies;

/// <summary>Which parts of a criterion hold. The bits are kept on disk and never change.</summary>
[Flags]
public enum CriterionParts : byte
{
    /// <summary>None; also where no criterion decided.</summary>
    None = 0,

    /// <summary><c>minRiskScore</c> or <c>maxRiskScore</c>.</summary>
    Score = 1,

    /// <summary><c>minAmount</c> or <c>maxAmount</c>.</summary>
    Amount = 2,

    /// <summary>Every <c>condition_*</c>.</summary>
    Conditions = 4,
}
