namespace FinancialFirewall.Domain.Expressions;

/// <summary>The outcome of a condition, in Kleene's three-valued logic: <c>or</c> and <c>and</c> give Unknown only where it matters.</summary>
public enum Truth : byte
{
    /// <summary>It does not hold.</summary>
    False = 0,

    /// <summary>It holds.</summary>
    True = 1,

    /// <summary>It cannot be evaluated (no rate, overflow), which is never a silent "no match".</summary>
    Unknown = 2,
}
