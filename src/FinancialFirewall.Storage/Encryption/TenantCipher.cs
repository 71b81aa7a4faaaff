using System.Security.Cryptography;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// AES-256-GCM under one key of one tenant for one purpose. It belongs to the <see cref="Keyring"/> that gave it. All members may be called by many at once
/// and allocate nothing once as many have called at once before.
/// </summary>
public sealed class TenantCipher : IDisposable
{
    /// <summary>The length of a nonce, in bytes. A nonce is used once under a key, for ever: see <see cref="NonceSequence"/>.</summary>
    public const int NonceLength = 12;

    /// <summary>The length of a tag, in bytes.</summary>
    public const int TagLength = 16;

    private const int KeptInstances = 8;

    private readonly AesKey key;

    // An instance of AesGcm serves one call at a time.
    private readonly AesGcm?[] idle = new AesGcm?[KeptInstances];
    private bool isDisposed;

    internal TenantCipher(TenantId tenant, uint keyNumber, KeyPurpose purpose, AesKey key)
    {
        (Tenant, KeyNumber, Purpose) = (tenant, keyNumber, purpose);
        this.key = key;
    }

    /// <summary>Whose key it is.</summary>
    public TenantId Tenant { get; }

    /// <summary>The number of the tenant's key, from 1 on: it stands beside whatever is sealed.</summary>
    public uint KeyNumber { get; }

    /// <summary>What the key is for.</summary>
    public KeyPurpose Purpose { get; }

    /// <summary>Encrypts and authenticates.</summary>
    /// <param name="nonce">12 bytes, never used before under this key.</param>
    /// <param name="plain">What is to be kept secret.</param>
    /// <param name="cipher">As many bytes as <paramref name="plain"/>, of which it may be the very same memory.</param>
    /// <param name="tag">16 bytes that prove all of it.</param>
    /// <param name="associated">What is authenticated and stays readable.</param>
    public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> cipher, Span<byte> tag, ReadOnlySpan<byte> associated)
    {
        var gcm = Borrow();
        gcm.Encrypt(nonce, plain, cipher, tag, associated);
        Return(gcm);
    }

    /// <summary>Decrypts what <see cref="Seal"/> made with the same nonce and associated bytes.</summary>
    /// <param name="nonce">The nonce.</param>
    /// <param name="cipher">What was encrypted.</param>
    /// <param name="tag">The tag.</param>
    /// <param name="plain">As many bytes as <paramref name="cipher"/>, of which it may be the very same memory. Zeros where the answer is no.</param>
    /// <param name="associated">What was authenticated.</param>
    /// <returns>Whether every byte is the one that was sealed.</returns>
    public bool TryOpen(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> cipher, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> associated)
    {
        var gcm = Borrow();
        try
        {
            gcm.Decrypt(nonce, cipher, tag, plain, associated);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            Return(gcm);
        }
    }

    /// <summary>Zeroes the key. What is sealed or opened at this moment is finished.</summary>
    public void Dispose()
    {
        Volatile.Write(ref isDisposed, true);
        key.Dispose();
        for (var i = 0; i < idle.Length; i++)
        {
            Interlocked.Exchange(ref idle[i], null)?.Dispose();
        }
    }

    private AesGcm Borrow()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref isDisposed), this);
        for (var i = 0; i < idle.Length; i++)
        {
            if (Volatile.Read(ref idle[i]) is not null && Interlocked.Exchange(ref idle[i], null) is { } gcm)
            {
                return gcm;
            }
        }

        return new AesGcm(key.Bytes, TagLength);
    }

    private void Return(AesGcm gcm)
    {
        for (var i = 0; i < idle.Length && !Volatile.Read(ref isDisposed); i++)
        {
            if (Volatile.Read(ref idle[i]) is null && Interlocked.CompareExchange(ref idle[i], gcm, null) is null)
            {
                return;
            }
        }

        gcm.Dispose();
    }
}
