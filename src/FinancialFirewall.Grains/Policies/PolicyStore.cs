using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Storage.Signals;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Grains.Policies;

/// <summary>
/// Where policy versions are kept: each document once and for good, and a pointer to the version in force. Partitions read it when they activate, so
/// that they never have to ask the grain that may be waiting for them.
/// </summary>
public sealed class PolicyStore(IStateStore states, AuditLog audit)
{
    private const string Name = "policy";
    private const string PointerKey = "pointer";
    private const string VersionName = "policy-version";

    /// <summary>The name of the states that are drafts.</summary>
    internal const string DraftName = "policy-draft";

    /// <summary>The longest document of a version, in bytes: what a state takes, less what is written around it.</summary>
    internal const int MaximumDocumentBytes = 5 * 1024 * 1024;

    /// <summary>The most versions of a tenant. Each is kept for good, since records name the version that decided them.</summary>
    internal const int MaximumVersions = 1_000_000;

    private readonly WakeSignal moved = new();

    /// <summary>Completes when the pointer of any tenant is moved behind the moment at which this was asked for.</summary>
    internal Task NextMove => moved.Next;

    /// <summary>The version in force; null before the first.</summary>
    public async ValueTask<int?> GetCommittedVersionAsync(TenantId tenant)
        => (await ReadPointerAsync(tenant)).Committed is > 0 and var version ? version : null;

    /// <summary>One published version; null when there is none of that number.</summary>
    internal async ValueTask<StoredPolicy?> ReadAsync(TenantId tenant, int version)
    {
        var kept = await ReadKeptAsync(tenant, version);
        if (kept?.Like is not { } like)
        {
            return kept;
        }

        var shared = await ReadKeptAsync(tenant, like) ?? throw new InvalidDataException($"Policy version {version} of tenant '{tenant}' is like {like}, which is not there.");
        var document = PolicyDocumentReader.Read(shared.Document).Value;
        var lists = document.Lists.Select(list => kept.Contents?.TryGetValue(list.Name, out var hash) == true ? list with { Entries = [], Content = hash } : list);
        return kept with { Document = PolicyDocumentWriter.Write(document with { Lists = [.. lists] }) };
    }

    /// <summary>Where a draft of the policy is kept.</summary>
    internal static StateKey DraftKey(TenantId tenant, Guid id) => new(tenant, DraftName, id.ToString("D"));

    /// <summary>What is kept about a version beside its document; null for none, and for one that was published before there was anything to keep.</summary>
    internal async ValueTask<StoredVersion?> ReadVersionAsync(TenantId tenant, int version)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, VersionName, DocumentKey(version)));
        return entry is null ? null : JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.StoredVersion);
    }

    /// <summary>The version whose document a version shares: its own number where that has one of its own; null when there is none of that number.</summary>
    internal async ValueTask<int?> FindSharedAsync(TenantId tenant, int version)
        => await ReadKeptAsync(tenant, version) is { } kept ? kept.Like ?? version : null;

    /// <summary>Where publishing stands.</summary>
    internal async ValueTask<PolicyPointer> ReadPointerAsync(TenantId tenant)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, Name, PointerKey));
        return entry is null ? new PolicyPointer(0, 0) : JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.PolicyPointer)!;
    }

    /// <summary>
    /// Keeps a version, what is known about it, the pointer that makes it pending, and the entry of the audit log that says who published it, in one commit, in which
    /// the draft that it was is gone. A version that was left behind under the same number is replaced. Of a version that shares another one's document only what
    /// lists hold is kept.
    /// </summary>
    internal async Task AcceptAsync(TenantId tenant, StoredPolicy policy, StoredVersion version, PolicyPointer pointer, AuditNote note)
    {
        var kept = policy.Like is null ? policy : policy with { Document = [] };
        List<StateWrite> writes =
        [
            await ReplaceAsync(tenant, DocumentKey(policy.Version), JsonSerializer.SerializeToUtf8Bytes(kept, PolicyJson.Default.StoredPolicy)),
            await ReplaceAsync(tenant, DocumentKey(policy.Version), JsonSerializer.SerializeToUtf8Bytes(version, PolicyJson.Default.StoredVersion), VersionName),
            await ReplaceAsync(tenant, PointerKey, JsonSerializer.SerializeToUtf8Bytes(pointer, PolicyJson.Default.PolicyPointer)),
        ];
        if (version.Draft is { } id && await states.ReadAsync(DraftKey(tenant, id)) is { } draft && !PlantedBugs.KeepPublishedDraft)
        {
            writes.Add(StateWrite.Deletion(DraftKey(tenant, id), draft.ETag));
        }

        Demand(tenant, (await audit.WriteAsync(tenant, note, writes)).Errors);
    }

    /// <summary>Moves the pointer.</summary>
    internal async Task WritePointerAsync(TenantId tenant, PolicyPointer pointer)
    {
        var write = await ReplaceAsync(tenant, PointerKey, JsonSerializer.SerializeToUtf8Bytes(pointer, PolicyJson.Default.PolicyPointer));
        Demand(tenant, (await states.WriteAsync(write.Key, write.Bytes, write.ExpectedETag)).Errors);
        moved.Raise();
    }

    private async ValueTask<StoredPolicy?> ReadKeptAsync(TenantId tenant, int version)
    {
        var entry = await states.ReadAsync(new StateKey(tenant, Name, DocumentKey(version)));
        return entry is null ? null : JsonSerializer.Deserialize(entry.Bytes.Span, PolicyJson.Default.StoredPolicy);
    }

    private static string DocumentKey(int version) => version.ToString("D9", CultureInfo.InvariantCulture);

    private static void Demand(TenantId tenant, IReadOnlyList<Error> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidOperationException($"The policy of tenant '{tenant}' was changed from somewhere else: {errors[0].Message}");
        }
    }

    private async Task<StateWrite> ReplaceAsync(TenantId tenant, string key, byte[] bytes, string name = Name)
    {
        var stateKey = new StateKey(tenant, name, key);
        return new StateWrite(stateKey, bytes, (await states.ReadAsync(stateKey))?.ETag);
    }
}
