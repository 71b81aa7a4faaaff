namespace FinancialFirewall.Domain.Money;

/// <summary>How a decimal number fits an integer of a given number of decimals.</summary>
public enum DecimalFit
{
    /// <summary>Exactly.</summary>
    Exact,

    /// <summary>It has decimals, other than trailing zeros, that the integer cannot hold.</summary>
    TooManyDecimals,

    /// <summary>It is outside what a 64-bit integer can hold.</summary>
    OutOfRange,
}
