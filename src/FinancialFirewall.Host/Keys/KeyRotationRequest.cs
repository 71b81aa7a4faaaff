using System.Diagnostics.CodeAnalysis;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Host.Keys;

/// <summary>What is to be replaced.</summary>
/// <param name="Id">Tells this request from any other: its answer carries the same.</param>
/// <param name="Master">Whether it is the master key, by the one that its source now has.</param>
/// <param name="Tenant">Whose key, where it is not the master key; null for those of all tenants.</param>
internal sealed record KeyRotationRequest(string Id, bool Master, TenantId? Tenant)
{
    private const string MasterWord = "master";
    private const string AllTenantsWord = "tenants";
    private const string TenantWord = "tenant ";

    /// <summary>The request as two lines of text.</summary>
    public string ToText() => $"{Id}\n{(Master ? MasterWord : Tenant is { } tenant ? TenantWord + tenant.Name : AllTenantsWord)}\n";

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyRotationRequest? request)
    {
        request = text.Split('\n') switch
        {
            [{ Length: > 0 } id, MasterWord, ""] => new KeyRotationRequest(id, true, null),
            [{ Length: > 0 } id, AllTenantsWord, ""] => new KeyRotationRequest(id, false, null),
            [{ Length: > 0 } id, var line, ""] when line.StartsWith(TenantWord, StringComparison.Ordinal) && TenantId.IsValid(line[TenantWord.Length..])
                => new KeyRotationRequest(id, false, new TenantId(line[TenantWord.Length..])),
            _ => null,
        };
        return request is not null;
    }
}
