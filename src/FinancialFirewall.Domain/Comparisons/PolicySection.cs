namespace FinancialFirewall.Domain.Comparisons;

/// <summary>A part of a policy file.</summary>
public enum PolicySection
{
    /// <summary><c>baseCurrency</c> and <c>rates</c>.</summary>
    Currencies,

    /// <summary><c>configurations</c>, by id.</summary>
    Configurations,

    /// <summary><c>toggles</c>, by id.</summary>
    Toggles,

    /// <summary><c>lists</c>, by name.</summary>
    Lists,
}
