using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Storage.States;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>Grain storage over the state store: durable when the write's task completes, checked by ETag, kept under the tenant in the grain's key; with an entry
/// of the tenant's audit log, in the same commit, where the state says what its change is about.</summary>
public sealed class StateGrainStorage(IStateStore states, AuditLog audit) : IGrainStorage
{
    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var stored = await states.ReadAsync(KeyOf(stateName, grainId));
        grainState.RecordExists = stored is not null;
        grainState.ETag = stored?.ETag.ToString(CultureInfo.InvariantCulture);
        if (stored is not null)
        {
            grainState.State = JsonSerializer.Deserialize<T>(stored.Bytes.Span)!;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else wrote in between.</exception>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(grainState.State);
        var write = new StateWrite(KeyOf(stateName, grainId), bytes, Expected(grainState));
        var written = grainState.State is IAudited { Change: { } note }
            ? First(await audit.WriteAsync(write.Key.Tenant, note, [write]))
            : await states.WriteAsync(write.Key, bytes, write.ExpectedETag);
        grainState.ETag = Checked(written, grainId).ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    /// <inheritdoc/>
    /// <exception cref="InconsistentStateException">Somebody else wrote in between.</exception>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Checked(await states.DeleteAsync(KeyOf(stateName, grainId), Expected(grainState)), grainId);
        grainState.ETag = null;
        grainState.RecordExists = false;
        grainState.State = Activator.CreateInstance<T>();
    }

    private static long? Expected<T>(IGrainState<T> state) => state.ETag is null ? null : long.Parse(state.ETag, CultureInfo.InvariantCulture);

    private static StateKey KeyOf(string stateName, GrainId grain)
    {
        var key = grain.Key.ToString() ?? "";
        return TenantGrainKeys.NameOf(key) is { IsEmpty: false } name
            ? new StateKey(new TenantId(name.ToString()), stateName, key)
            : throw new InvalidOperationException($"The grain key '{key}' names no tenant.");
    }

    private static Result<long> First(Result<IReadOnlyList<long>> written)
        => written.IsSuccess ? written.Value[0] : Result.Failure<long>(written.Errors);

    private static long Checked(Result<long> result, GrainId grain) => result.IsSuccess
        ? result.Value
        : throw new InconsistentStateException($"The state of {grain} was not written: {result.Errors[0].Message}");
}
