namespace FinancialFirewall.Storage.Damages;

/// <summary>Damage that was met while reading what was sound when the directory was opened: the machine is broken.</summary>
public sealed class StorageDamageException(StorageDamage damage) : IOException(damage.ToString())
{
    /// <summary>Where the damage is and what to do.</summary>
    public StorageDamage Damage { get; } = damage;
}
