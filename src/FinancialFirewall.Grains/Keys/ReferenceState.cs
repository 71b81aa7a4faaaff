namespace FinancialFirewall.Grains.Keys;

/// <summary>What is known of a reference.</summary>
public enum ReferenceState : byte
{
    /// <summary>Nobody had it.</summary>
    Free = 0,

    /// <summary>It is claimed for a partition, which is deciding it.</summary>
    InFlight = 1,

    /// <summary>Its assessment is on disk.</summary>
    Committed = 2,

    /// <summary>It was claimed so long ago that whoever did will not settle any more.</summary>
    Lapsed = 3,
}
