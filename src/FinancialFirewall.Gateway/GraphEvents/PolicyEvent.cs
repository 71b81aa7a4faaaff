using FinancialFirewall.Grains.Policies;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>A part of the policy that is new, different or gone.</summary>
/// <param name="Cursor">Where to go on behind it.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Version">The policy version since which it holds.</param>
/// <param name="Item">The part; one that is gone as it was.</param>
internal sealed record PolicyEvent<T>(string Cursor, ChangeKind Kind, PolicyVersion Version, T Item);
