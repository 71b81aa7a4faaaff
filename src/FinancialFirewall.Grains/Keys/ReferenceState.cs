namespace FinancialFirewall.Grains.Keys;

/// <summary>What is known of a reference.</summary>
public enum ReferenceState : byte
{
    /// <summary>Nobody had it.</summary>
    Free = 0,

    /// <summary>A partition is deciding it.</summary>
    InFlight = 1,

    /// <summary>Its assessment is on disk.</summary>
    Committed = 2,
}
