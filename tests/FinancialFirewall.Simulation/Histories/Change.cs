namespace FinancialFirewall.Simulation.Histories;

/// <summary>One change of a tenant's policy that somebody asked for.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="marker">What is found in the document that was asked for; null where the document is made by the firewall, as for toggles.</param>
/// <param name="sentAt">The step at which it was asked for.</param>
internal sealed class Change(int tenant, string? marker, long sentAt)
{
    public int Tenant { get; } = tenant;

    public string? Marker { get; } = marker;

    public long SentAt { get; } = sentAt;

    /// <summary>The step at which it was said to hold; null where that was not said.</summary>
    public long? AnsweredAt { get; private set; }

    /// <summary>The version that holds since; 0 where the answer does not name it.</summary>
    public int Version { get; private set; }

    /// <summary>For a toggle of the whole tenant: whether the check is on.</summary>
    public bool? IsEnabled { get; init; }

    public void Take(int version, long step) => (Version, AnsweredAt) = (version, step);
}
