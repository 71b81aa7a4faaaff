using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Encryption;

/// <summary>The expected refusals about keys. None repeats any part of a key.</summary>
public static class KeyErrors
{
    /// <summary>There is no master key where one is expected.</summary>
    /// <param name="source">The place, in words.</param>
    /// <param name="advice">What to do, as a sentence.</param>
    public static Error Missing(string source, string advice) => new(
        ErrorKind.Unavailable, "MASTER_KEY_MISSING", "masterKey", source, $"There is no master key in {source}. {advice}");

    /// <summary>There is a master key already where a new one was to be made.</summary>
    public static Error Exists(string source) => new(
        ErrorKind.Conflict,
        "MASTER_KEY_EXISTS",
        "masterKey",
        source,
        $"{Capital(source)} exists already. It may be all that opens some data: name another file, or replace its key with 'firewall keys rotate-master'.");

    /// <summary>A source has as many master keys as are read.</summary>
    public static Error MasterKeysFull(string source, int maximum) => new(
        ErrorKind.Conflict,
        "MASTER_KEYS_FULL",
        "masterKey",
        source,
        string.Create(CultureInfo.InvariantCulture, $"{Capital(source)} has {maximum} keys, as many as are read: take those out that no copy of the data needs."));

    /// <summary>What is there is not a master key.</summary>
    /// <param name="source">The place, in words.</param>
    /// <param name="problem">What is wrong, as the rest of a sentence.</param>
    public static Error Invalid(string source, string problem) => new(
        ErrorKind.Unavailable,
        "MASTER_KEY_INVALID",
        "masterKey",
        source,
        $"{Capital(source)} {problem}. A master key is {MasterKey.Length} bytes in base64, 44 characters, as 'firewall keys new' and 'openssl rand -base64 32' make them.");

    /// <summary>Others than its owner can read the master key.</summary>
    /// <param name="source">The place, in words.</param>
    /// <param name="problem">Who can, as the rest of a sentence.</param>
    /// <param name="command">The command that mends it.</param>
    public static Error Exposed(string source, string problem, string command) => new(
        ErrorKind.Unavailable, "MASTER_KEY_EXPOSED", "masterKey", source, $"{Capital(source)} {problem}. Run: {command}");

    /// <summary>The place of the master key cannot be reached or read.</summary>
    public static Error Unreachable(string source, string problem) => new(
        ErrorKind.Unavailable, "MASTER_KEY_UNREACHABLE", "masterKey", source, $"The master key in {source} cannot be read: {problem}");

    /// <summary>The data directory belongs to another master key.</summary>
    public static Error Wrong(string location, string needed, string source, IReadOnlyList<string> given) => new(
        ErrorKind.Unavailable,
        "MASTER_KEY_WRONG",
        "masterKey",
        given[0],
        $"The data in '{location}' is wrapped by master key {needed}, and {source} has {string.Join(", ", given)}. Give the key {needed}; to replace it, give both, the new one first.");

    /// <summary>Key files are damaged, so nothing can be opened.</summary>
    public static Error Damaged() => new(
        ErrorKind.Unavailable, "KEYS_DAMAGED", Keyring.DirectoryName, "", "The key files are damaged, so that nothing can be opened.");

    /// <summary>A tenant has as many keys as are kept.</summary>
    public static Error TooMany(TenantId tenant, int maximum) => new(
        ErrorKind.Conflict,
        "TENANT_KEYS_FULL",
        "tenant",
        tenant.Name,
        string.Create(CultureInfo.InvariantCulture, $"The tenant '{tenant}' has {maximum} keys, as many as are kept: it cannot have another."));

    /// <summary>A tenant has no key, so nothing of it was ever kept.</summary>
    public static Error UnknownTenant(TenantId tenant) => new(
        ErrorKind.NotFound, "TENANT_KEY_NOT_FOUND", "tenant", tenant.Name, $"The tenant '{tenant}' has no key: nothing of it was ever kept here.");

    private static string Capital(string text) => string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1));
}
