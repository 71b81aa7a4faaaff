using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Users;

namespace FinancialFirewall.Grains.Users;

/// <summary>
/// Sign-ins that did not succeed, by mail address. An attempt is counted before anything is compared, so that many at once are not more than one behind the other;
/// addresses that nobody has are counted like the others, so that being locked out tells nothing. Nothing here is kept by itself.
/// </summary>
/// <param name="attempts">By mail address, in no order.</param>
internal sealed class AttemptList(IReadOnlyList<KeptAttempts> attempts)
{
    /// <summary>The most addresses that are counted; those with the fewest failures are forgotten first, so that a flood of addresses frees none that is locked.</summary>
    public const int MaximumAddresses = 1_024;

    private const int AddressLength = 16;

    public IReadOnlyList<KeptAttempts> All => attempts;

    /// <summary>When the next attempt with an address may be made; a time that is past where it may be made now.</summary>
    public Instant NextAt(string email)
        => Find(email) is { } kept ? new Instant(kept.LastMicroseconds).Plus(LockOut.After(kept.Failures)) : new Instant(long.MinValue);

    /// <summary>The attempts with one more.</summary>
    public AttemptList Counted(string email, Instant now)
    {
        var failures = Find(email)?.Failures ?? 0;
        var from = now.UnixMicroseconds - (LockOut.Memory.Ticks / TimeSpan.TicksPerMicrosecond);
        var others = Others(email).Where(kept => kept.LastMicroseconds > from);
        return new([
            .. others.Append(new KeptAttempts(AddressOf(email), failures + 1, now.UnixMicroseconds))
                .OrderByDescending(static kept => kept.Failures).ThenByDescending(static kept => kept.LastMicroseconds).Take(MaximumAddresses),
        ]);
    }

    /// <summary>How many attempts with an address failed in a row.</summary>
    public int FailuresOf(string email) => Find(email)?.Failures ?? 0;

    /// <summary>The attempts with one less: nothing was wrong with it, and nothing proved.</summary>
    public AttemptList Uncounted(string email)
        => Find(email) is { Failures: > 1 } kept ? new([.. Others(email), kept with { Failures = kept.Failures - 1 }]) : Forgotten(email);

    /// <summary>The attempts without those of an address.</summary>
    public AttemptList Forgotten(string email) => new([.. Others(email)]);

    private static byte[] AddressOf(string email) => SHA256.HashData(Encoding.UTF8.GetBytes(email))[..AddressLength];

    private KeptAttempts? Find(string email)
    {
        var address = AddressOf(email);
        return attempts.FirstOrDefault(kept => kept.Address.AsSpan().SequenceEqual(address));
    }

    private IEnumerable<KeptAttempts> Others(string email)
    {
        var address = AddressOf(email);
        return attempts.Where(kept => !kept.Address.AsSpan().SequenceEqual(address));
    }
}
