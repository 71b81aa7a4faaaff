using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Grains.Policies;

/// <summary>
/// Where policy versions are kept: each document once and for good, and a pointer to the version in force. Partitions read it when they activate, so
/// that they never have to ask the grain that may be waiting for them.
/// </summary>
public sealed class PolicyStore(IStateStore states)
{
    private const string Name = "policy";
    private const string PointerKey = "pointer";

    /// <summary>The version in force; null before the first.</summary>
    public async ValueTask<int?> GetCommittedVersionAsync(TenantId tenant)
        => (await ReadPointerAsync(tenant)).Committed is > 0 and var version ? version : null;

    /// <summary>One published version; null when there is none of that number.</summary>
    internal async ValueTask<StoredPolicy?> ReadAsync(TenantId tenant, int version)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, Name, DocumentKey(version)));
        return entry is null ? null : JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.StoredPolicy);
    }

    /// <summary>Where publishing stands.</summary>
    internal async ValueTask<PolicyPointer> ReadPointerAsync(TenantId tenant)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, Name, PointerKey));
        return entry is null ? new PolicyPointer(0, 0) : JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.PolicyPointer)!;
    }

    /// <summary>Keeps a version. One that was left behind by an interrupted publish, under the same number, is replaced.</summary>
    internal async Task WriteAsync(TenantId tenant, StoredPolicy policy)
        => await WriteAsync(tenant, DocumentKey(policy.Version), JsonSerializer.SerializeToUtf8Bytes(policy, PolicyJson.Default.StoredPolicy));

    /// <summary>Moves the pointer.</summary>
    internal async Task WritePointerAsync(TenantId tenant, PolicyPointer pointer)
        => await WriteAsync(tenant, PointerKey, JsonSerializer.SerializeToUtf8Bytes(pointer, PolicyJson.Default.PolicyPointer));

    private static string DocumentKey(int version) => version.ToString("D9", CultureInfo.InvariantCulture);

    private async Task WriteAsync(TenantId tenant, string key, byte[] bytes)
    {
        var stateKey = new StateKey(tenant, Name, key);
        var present = await states.ReadAsync(stateKey);
        var written = await states.WriteAsync(stateKey, bytes, present?.ETag);
        if (!written.IsSuccess)
        {
            throw new InvalidOperationException($"The policy of tenant '{tenant}' was changed from somewhere else: {written.Errors[0].Message}");
        }
    }
}
