using FinancialFirewall.Grains.Privacy;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>What an erasure answers.</summary>
/// <param name="Erased">Whether nothing of the person can be read any more.</param>
/// <param name="DryRun">Whether only that was asked for which would be erased.</param>
/// <param name="ErasedAt">When; null where there was nothing left to erase.</param>
/// <param name="Payments">How many payments could be read until then.</param>
/// <param name="Accounts">How many accounts they were made from.</param>
/// <param name="FirstPaymentAt">When the first of them was assessed.</param>
/// <param name="LastPaymentAt">When the last of them was.</param>
/// <param name="ErasedBefore">How many payments earlier erasures had left.</param>
/// <param name="StillOnLists">The lists of the policy that name the person.</param>
internal sealed record PersonErasureAnswer(
    bool Erased,
    bool DryRun,
    string? ErasedAt,
    long Payments,
    int Accounts,
    string? FirstPaymentAt,
    string? LastPaymentAt,
    long ErasedBefore,
    IReadOnlyList<string> StillOnLists)
{
    public static PersonErasureAnswer Of(PersonErasure found, bool isDryRun) => new(
        !isDryRun,
        isDryRun,
        found.ErasedAt?.ToString(),
        found.Payments,
        found.Accounts,
        found.First?.ToString(),
        found.Last?.ToString(),
        found.AlreadyErased,
        found.Lists);
}
