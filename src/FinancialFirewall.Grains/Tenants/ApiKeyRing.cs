using System.Security.Cryptography;
using System.Text;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>The API keys of one tenant: makes, finds and ends them. Nothing here is kept by itself; each change gives the keys as they are to be.</summary>
/// <param name="keys">The keys, oldest first.</param>
internal sealed class ApiKeyRing(IReadOnlyList<TenantApiKey> keys)
{
    /// <summary>How old the noted time of a key's last use can be while it is used all the time.</summary>
    public static readonly TimeSpan LastUsePrecision = TimeSpan.FromHours(1);

    /// <summary>What the first key of a tenant may do: everything.</summary>
    public const Roles FirstRoles = Roles.Owner | Roles.Service;

    /// <summary>How long a key is remembered after its end, so that who still uses it learns what became of it.</summary>
    private static readonly TimeSpan EndedKeysKept = TimeSpan.FromDays(90);

    private const int MaximumEndedKeys = 100;

    /// <summary>The keys, oldest first.</summary>
    public IReadOnlyList<TenantApiKey> Keys => keys;

    /// <summary>How many keys let somebody in.</summary>
    public int CountActive(Instant now) => keys.Count(key => key.StatusAt(now) == ApiKeyStatus.Active);

    /// <summary>The key of an id; null where there is none.</summary>
    public TenantApiKey? Find(string id) => keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal));

    /// <summary>The key with this hash; null where there is none. Every key is compared in full, so that the time taken tells nothing about how much of a guess was right.</summary>
    public TenantApiKey? Find(ReadOnlySpan<byte> sha256)
    {
        TenantApiKey? found = null;
        foreach (var key in keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Sha256, sha256) ? key : found;
        }

        return found;
    }

    /// <summary>The keys with one more.</summary>
    public IReadOnlyList<TenantApiKey> With(TenantApiKey key, Instant now) => [.. Kept(now), key];

    /// <summary>The keys with one of them changed.</summary>
    public IReadOnlyList<TenantApiKey> WithChanged(TenantApiKey changed)
        => [.. keys.Select(key => key.Sha256.AsSpan().SequenceEqual(changed.Sha256) ? changed : key)];

    /// <summary>What is kept of a key.</summary>
    public static TenantApiKey Describe(string secret, ApiKeyRequest request, Instant now) => new(request.Label, SHA256.HashData(Encoding.UTF8.GetBytes(secret)), now.UnixMicroseconds)
    {
        Prefix = ApiKeyText.PrefixOf(secret),
        Roles = request.Roles,
        ExpiresMicroseconds = request.ExpiresAt?.UnixMicroseconds,
        UserId = request.UserId,
    };

    /// <summary>Why somebody who comes with this key is not let in; null where it is good.</summary>
    public static Error? Check(TenantApiKey? key, Instant now) => key?.StatusAt(now) switch
    {
        null => TenantErrors.Unauthenticated,
        ApiKeyStatus.Expired => TenantErrors.KeyExpired(key),
        ApiKeyStatus.Revoked => TenantErrors.KeyRevoked(key),
        _ => null,
    };

    /// <summary>Until when a key that is good need not be looked at again.</summary>
    public static Instant AskAgainAt(TenantApiKey key, Instant now)
    {
        var later = now.Plus(LastUsePrecision);
        return key.ExpiresMicroseconds < later.UnixMicroseconds ? new Instant(key.ExpiresMicroseconds.Value) : later;
    }

    /// <summary>The keys without those that ended long ago, or of which there are too many.</summary>
    private IEnumerable<TenantApiKey> Kept(Instant now)
    {
        var from = now.UnixMicroseconds - (EndedKeysKept.Ticks / TimeSpan.TicksPerMicrosecond);
        var forgotten = keys.Where(key => key.EndedAt(now) is not null).OrderByDescending(key => key.EndedAt(now))
            .Where((key, i) => i >= MaximumEndedKeys || key.EndedAt(now) < from).ToHashSet();
        return keys.Where(key => !forgotten.Contains(key));
    }
}
