using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>What a keyring is given to work with.</summary>
/// <param name="Disk">The data directory.</param>
/// <param name="MasterKey">Where its master key is kept.</param>
/// <param name="NextRandom">Gives numbers that nobody can foresee: keys and nonces are made of them.</param>
/// <param name="Time">Stamps keys.</param>
public sealed record KeyringSetup(IDisk Disk, IMasterKeySource MasterKey, Func<ulong> NextRandom, TimeProvider Time)
{
    /// <summary>Whether there is data already, so that missing keys are lost and not yet to be made.</summary>
    public bool HasData { get; init; }

    /// <summary>Whether nothing may be written: no key is made and none is wrapped anew.</summary>
    public bool IsReadOnly { get; init; }
}
