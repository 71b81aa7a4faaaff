namespace FinancialFirewall.Domain.Toggles;

/// <summary>
/// Which of two applicable toggles decides, the winner first: the more specific level, the lower priority number, the newer one, and, so that the
/// order is always total, the lower id.
/// </summary>
internal sealed class ToggleOrder : IComparer<Toggle>
{
    internal static readonly ToggleOrder Instance = new();

    /// <inheritdoc/>
    public int Compare(Toggle? x, Toggle? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return y.Level.CompareTo(x.Level) is var level and not 0 ? level
            : x.Priority.CompareTo(y.Priority) is var priority and not 0 ? priority
            : y.CreatedAt.CompareTo(x.CreatedAt) is var age and not 0 ? age
            : x.Id.CompareTo(y.Id);
    }
}
