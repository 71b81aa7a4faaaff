using FinancialFirewall.Domain.Payments;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>What an import is to do.</summary>
/// <param name="Id">Its id, which the caller may choose; null for a new one.</param>
/// <param name="List">The list.</param>
/// <param name="Member">The member that the list watched when the caller looked.</param>
/// <param name="Replaces">Whether what is in the list leaves it.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="Remark">Why, for the audit log; empty for nothing.</param>
/// <param name="Source">Where the entries come from, such as the name of a file.</param>
[GenerateSerializer, Immutable, Alias("ff.ListImportRequest")]
public sealed record ListImportRequest(
    [property: Id(0)] string? Id, [property: Id(1)] string List, [property: Id(2)] PaymentMember? Member, [property: Id(3)] bool Replaces,
    [property: Id(4)] bool DryRun, [property: Id(5)] string Remark, [property: Id(6)] string Source);
