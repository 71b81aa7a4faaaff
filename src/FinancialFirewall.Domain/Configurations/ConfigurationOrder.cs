namespace FinancialFirewall.Domain.Configurations;

/// <summary>
/// Which of two applicable configurations decides, the winner first: the lower priority number, the deeper level, an exact source over BOTH, the
/// newer one, and, so that the order is always total, the lower id.
/// </summary>
internal sealed class ConfigurationOrder : IComparer<RiskConfiguration>
{
    internal static readonly ConfigurationOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(RiskConfiguration? x, RiskConfiguration? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return x.Priority.CompareTo(y.Priority) is var priority and not 0 ? priority
            : y.Level.CompareTo(x.Level) is var level and not 0 ? level
            : IsForBoth(x).CompareTo(IsForBoth(y)) is var source and not 0 ? source
            : y.CreatedAt.CompareTo(x.CreatedAt) is var age and not 0 ? age
            : x.Id.CompareTo(y.Id);
    }

    private static bool IsForBoth(RiskConfiguration configuration) => configuration.PaymentSource == ConfiguredPaymentSource.Both;
}
