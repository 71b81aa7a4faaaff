using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using Orleans;

namespace FinancialFirewall.Grains.Lists;

/// <summary>A list as a caller wants it to be; its entries are changed otherwise.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What an entry does to a payment.</param>
/// <param name="Mandatory">Whether it holds under a disabled toggle too.</param>
/// <param name="Member">The member that it watches.</param>
[GenerateSerializer, Immutable, Alias("ff.ListDraft")]
public sealed record ListDraft([property: Id(0)] string Name, [property: Id(1)] ListKind Kind, [property: Id(2)] bool Mandatory, [property: Id(3)] PaymentMember? Member)
{
    /// <summary>Whether there must be none of this name yet.</summary>
    [Id(4)]
    public bool IsNew { get; init; }

    /// <summary>What the caller has seen (<see cref="ListView.Tag"/>); null where that does not matter.</summary>
    [Id(5)]
    public string? Tag { get; init; }
}
