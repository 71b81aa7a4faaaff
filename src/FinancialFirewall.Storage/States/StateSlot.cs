namespace FinancialFirewall.Storage.States;

/// <summary>A key's newest version, and the newest that is committed, which is the one that may be shown.</summary>
internal sealed class StateSlot
{
    public StateVersion? Newest { get; set; }

    public StateVersion? Committed { get; set; }

    public long? NewestETag => Newest is { IsDeleted: false } version ? version.ETag : null;
}
