using FinancialFirewall.Domain.Payments;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>Changes of a list's entries that are made together.</summary>
/// <param name="Name">The list.</param>
/// <param name="Member">The member that the changes were checked for.</param>
/// <param name="Block">The changes (<see cref="Domain.Lists.ListBlock"/>).</param>
/// <param name="Remark">Why, for the audit log; empty for nothing.</param>
/// <param name="Values">The values that are named in the audit log; empty where there are too many.</param>
[GenerateSerializer, Immutable, Alias("ff.ListCommand")]
public sealed record ListCommand(
    [property: Id(0)] string Name, [property: Id(1)] PaymentMember? Member, [property: Id(2)] ReadOnlyMemory<byte> Block,
    [property: Id(3)] string Remark, [property: Id(4)] IReadOnlyList<string> Values);
