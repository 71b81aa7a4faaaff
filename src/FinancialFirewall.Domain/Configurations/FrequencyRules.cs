namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about how often and how much the debtor account pays: daily is 24 hours, weekly 7 days, this payment included.</summary>
public sealed record FrequencyRules
{
    /// <summary>More payments than this in 24 hours are many.</summary>
    public long? DailyThreshold { get; init; }

    /// <summary>More payments than this in 7 days are many.</summary>
    public long? WeeklyThreshold { get; init; }

    /// <summary>A sum above this in 24 hours is high.</summary>
    public AmountThreshold? DailyAmountThreshold { get; init; }

    /// <summary>A sum above this in 7 days is high.</summary>
    public AmountThreshold? WeeklyAmountThreshold { get; init; }
}
