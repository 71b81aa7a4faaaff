using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Privacy;

/// <summary>What was found of a person, and what became of it.</summary>
/// <param name="Payments">How many payments could be read before; after an erasure none of them can.</param>
/// <param name="Accounts">How many accounts they were made from.</param>
/// <param name="First">When the first of them was assessed; null where there is none.</param>
/// <param name="Last">When the last of them was.</param>
/// <param name="AlreadyErased">How many payments earlier erasures had left without their person.</param>
/// <param name="ErasedAt">When they were erased; null where there was nothing, or nothing was to be done.</param>
/// <param name="Lists">The lists of the policy in force that name the person; erasing leaves them alone.</param>
public sealed record PersonErasure(
    long Payments, int Accounts, Instant? First, Instant? Last, long AlreadyErased, Instant? ErasedAt, IReadOnlyList<string> Lists);
