namespace FinancialFirewall.Grains.Policies;

/// <summary>Where publishing stands.</summary>
/// <param name="Committed">The version in force; 0 before the first.</param>
/// <param name="Pending">The version that is being published; 0 when none is. It rolls forward, whatever happens.</param>
internal sealed record PolicyPointer(int Committed, int Pending);
