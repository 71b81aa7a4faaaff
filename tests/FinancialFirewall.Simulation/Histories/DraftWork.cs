namespace FinancialFirewall.Simulation.Histories;

/// <summary>What somebody did with one draft.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="id">The draft.</param>
/// <param name="marker">What is found in its contents and in no other ones.</param>
internal sealed class DraftWork(int tenant, string id, string marker)
{
    public int Tenant { get; } = tenant;

    public string Id { get; } = id;

    public string Marker { get; } = marker;

    /// <summary>Its publication, as a change of the policy; null where nobody asked for that.</summary>
    public Change? Publication { get; set; }

    /// <summary>Whether somebody asked for it to be discarded.</summary>
    public bool IsDiscardAsked { get; set; }

    /// <summary>Whether it was said to be discarded.</summary>
    public bool IsDiscarded { get; set; }
}
