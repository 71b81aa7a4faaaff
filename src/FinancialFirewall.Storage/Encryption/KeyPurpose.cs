namespace FinancialFirewall.Storage.Encryption;

/// <summary>
/// What a tenant's key is used for. Each purpose has a key of its own, derived from the tenant's, and so its own nonces: what one part of the storage writes
/// can neither use up nor repeat those of another, nor be passed off as its bytes. The numbers go into the derivation and are kept on disk in that sense.
/// </summary>
public enum KeyPurpose
{
    /// <summary>The commit log of payments.</summary>
    Journal = 1,

    /// <summary>The logs of states.</summary>
    States = 2,

    /// <summary>Snapshots.</summary>
    Snapshots = 3,

    /// <summary>Segments and their indexes.</summary>
    Segments = 4,

    /// <summary>The keys of persons.</summary>
    Persons = 5,
}
