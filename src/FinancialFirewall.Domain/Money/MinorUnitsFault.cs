namespace FinancialFirewall.Domain.Money;

/// <summary>Why a text is no amount of a currency.</summary>
public enum MinorUnitsFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It is not a number in JSON's grammar.</summary>
    NotANumber,

    /// <summary>It has decimals, other than trailing zeros, that the currency does not have.</summary>
    TooManyDecimals,

    /// <summary>It has more than 18 digits in minor units.</summary>
    OutOfRange,
}
