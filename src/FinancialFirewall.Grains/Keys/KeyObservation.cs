using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.References;
using Orleans;

namespace FinancialFirewall.Grains.Keys;

/// <summary>One payment seen at one key, such as a device.</summary>
/// <param name="Payment">The payment's reference, by which a repeated observation is recognised.</param>
/// <param name="Partition">The partition of its debtor account: another payment with the same reference is told from the same payment sent again.</param>
/// <param name="Kind">The number of the kind of key, so that equal texts of different kinds stay apart.</param>
/// <param name="KeyHash">XxHash64 of the key's UTF-8 bytes.</param>
/// <param name="Key">The key's UTF-8 bytes.</param>
/// <param name="At">When it is assessed.</param>
/// <param name="Contributions">What it adds to each keyed window of the policy, in the policy's order; nothing to windows of other kinds.</param>
/// <param name="PackedPayment">The payment, which texts in the contributions point into.</param>
[GenerateSerializer, Immutable, Alias("ff.KeyObservation")]
public sealed record KeyObservation(
    [property: Id(0)] ReferenceKey Payment,
    [property: Id(1)] byte Partition,
    [property: Id(2)] byte Kind,
    [property: Id(3)] ulong KeyHash,
    [property: Id(4)] ReadOnlyMemory<byte> Key,
    [property: Id(5)] Instant At,
    [property: Id(6)] IReadOnlyList<Contribution> Contributions,
    [property: Id(7)] ReadOnlyMemory<byte> PackedPayment);
