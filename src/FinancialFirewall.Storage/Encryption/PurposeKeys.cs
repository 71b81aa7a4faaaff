using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>A keyring as one part of the storage sees it.</summary>
/// <param name="Keyring">All keys.</param>
/// <param name="Purpose">What they are used for.</param>
public sealed record PurposeKeys(Keyring Keyring, KeyPurpose Purpose)
{
    /// <inheritdoc cref="Keyring.GetCurrentAsync"/>
    public ValueTask<TenantCipher> GetCurrentAsync(TenantId tenant) => Keyring.GetCurrentAsync(tenant, Purpose);

    /// <inheritdoc cref="Keyring.Find"/>
    public TenantCipher? Find(TenantId tenant, uint keyNumber) => Keyring.Find(tenant, keyNumber, Purpose);
}
