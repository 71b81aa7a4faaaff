using System.Threading.RateLimiting;
using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Identity;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>
/// Hashes and compares passwords by ASP.NET Core Identity's hasher, one at a time: a hash costs a tenth of a second of one processor on purpose, and payments
/// need the others.
/// </summary>
internal sealed class Passwords(IPasswordHasher<UserCredentials> hasher) : IDisposable
{
    /// <summary>How often the hash is iterated (PBKDF2 with HMAC-SHA-512), as OWASP recommends.</summary>
    public const int Iterations = 210_000;

    private const int MaximumWaiting = 100;

    private static readonly UserCredentials Nobody = new("", "");

    private readonly Lazy<string> nobodysHash = new(() => hasher.HashPassword(Nobody, "a password that nobody has"));

    private readonly ConcurrencyLimiter turn = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MaximumWaiting });

    /// <summary>Waits for the turn to hash or compare. It is over when the lease is disposed of; where it was not acquired, too many wait.</summary>
    public ValueTask<RateLimitLease> EnterAsync(CancellationToken cancellationToken) => turn.AcquireAsync(cancellationToken: cancellationToken);

    /// <summary>What is kept of a password.</summary>
    public string Hash(string password) => hasher.HashPassword(Nobody, password);

    /// <summary>Holds a password against a hash; where there is none, against another one, which takes as long.</summary>
    public PasswordVerificationResult Verify(string hash, string password)
    {
        var result = hasher.VerifyHashedPassword(Nobody, hash.Length > 0 ? hash : nobodysHash.Value, password);
        return hash.Length > 0 ? result : PasswordVerificationResult.Failed;
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
