using System.Diagnostics.CodeAnalysis;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Keys;

/// <summary>What is to be replaced.</summary>
/// <param name="Master">Whether it is the master key, by the one that its source now has.</param>
/// <param name="Tenant">Whose key, where it is not the master key; null for those of all tenants.</param>
internal sealed record KeyRotationRequest(bool Master, TenantId? Tenant)
{
    /// <summary>The name of the mailbox for such requests.</summary>
    public const string MailboxName = Keyring.DirectoryName + "/rotation";

    private const string MasterWord = "master";
    private const string AllTenantsWord = "tenants";
    private const string TenantWord = "tenant ";

    /// <summary>The request as a line of text.</summary>
    public string ToText() => Master ? MasterWord : Tenant is { } tenant ? TenantWord + tenant.Name : AllTenantsWord;

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyRotationRequest? request)
    {
        request = text switch
        {
            MasterWord => new KeyRotationRequest(true, null),
            AllTenantsWord => new KeyRotationRequest(false, null),
            _ when text.StartsWith(TenantWord, StringComparison.Ordinal) && TenantId.IsValid(text[TenantWord.Length..])
                => new KeyRotationRequest(false, new TenantId(text[TenantWord.Length..])),
            _ => null,
        };
        return request is not null;
    }
}
