namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about the debtor account.</summary>
public sealed record AccountRules
{
    /// <summary>How many days an account is new, unless stated otherwise.</summary>
    public const int DefaultNewAccountDays = 30;

    /// <summary>Whether new accounts count.</summary>
    public bool? NewAccountRisk { get; init; }

    /// <summary>How many days an account is new, 1 to 3,650; <see cref="DefaultNewAccountDays"/> where null.</summary>
    public int? NewAccountDays { get; init; }

    /// <summary>Whether it counts that <c>fromCountry</c> and <c>toCountry</c> differ.</summary>
    public bool? CrossBorderRisk { get; init; }
}
