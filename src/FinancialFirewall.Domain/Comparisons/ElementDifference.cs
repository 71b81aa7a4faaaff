namespace FinancialFirewall.Domain.Comparisons;

/// <summary>A configuration, a toggle, a list or the currencies, where two policies differ in it.</summary>
/// <param name="Section">Which part of the policy it is in.</param>
/// <param name="Key">What it is known by in both: an id, or the name of a list; empty for the currencies.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Members">Its members that are not the same; for one that is new or gone all that it has.</param>
/// <param name="Omitted">How many more members there are than are told, <see cref="PolicyComparison.MaximumMembers"/>.</param>
public sealed record ElementDifference(
    PolicySection Section, string Key, string Name, DifferenceKind Kind, IReadOnlyList<MemberDifference> Members, int Omitted);
