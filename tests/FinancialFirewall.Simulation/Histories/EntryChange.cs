namespace FinancialFirewall.Simulation.Histories;

/// <summary>One change of an entry of the watched list that somebody asked for.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="value">The entry's value.</param>
/// <param name="isAdded">Whether it is put in, rather than taken out.</param>
/// <param name="sentAt">The step at which it was asked for.</param>
internal sealed class EntryChange(int tenant, string value, bool isAdded, long sentAt)
{
    public int Tenant { get; } = tenant;

    public string Value { get; } = value;

    public bool IsAdded { get; } = isAdded;

    public long SentAt { get; } = sentAt;

    /// <summary>From when on the entry does not count any more; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The step at which it was said to hold; null where that was not said.</summary>
    public long? AnsweredAt { get; private set; }

    public void Take(long step) => AnsweredAt = step;

    /// <summary>Whether the list holds the value at a time, after this change and before any other.</summary>
    public bool Holds(DateTimeOffset at) => IsAdded && !(at >= ExpiresAt);
}
