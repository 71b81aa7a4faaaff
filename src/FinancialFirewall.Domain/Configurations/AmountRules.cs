namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about the amount. A member that is null switches its factor off or leaves its default.</summary>
public sealed record AmountRules
{
    /// <summary>What a round amount is a multiple of, unless stated otherwise.</summary>
    public const decimal DefaultRoundAmountUnit = 100m;

    /// <summary>Above this an amount is high.</summary>
    public AmountThreshold? HighAmountThreshold { get; init; }

    /// <summary>Above this an amount is very high, and no longer merely high.</summary>
    public AmountThreshold? VeryHighAmountThreshold { get; init; }

    /// <summary>Whether round amounts count.</summary>
    public bool? RoundAmountRisk { get; init; }

    /// <summary>What a round amount, as sent, is a multiple of; <see cref="DefaultRoundAmountUnit"/> where null.</summary>
    public AmountThreshold? RoundAmountUnit { get; init; }
}
