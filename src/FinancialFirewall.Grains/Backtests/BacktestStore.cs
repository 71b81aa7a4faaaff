using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Storage.States;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>Where backtests are kept: a state each. The beginning of one is written in one commit with the entry of the audit log that says who started it.</summary>
public sealed class BacktestStore(IStateStore states, AuditLog audit)
{
    private const string Name = "backtest";

    /// <summary>All that are kept, newest first.</summary>
    internal async Task<IReadOnlyList<Backtest>> ListAsync(TenantId tenant)
    {
        var all = new List<Backtest>();
        foreach (var key in states.List(tenant, Name))
        {
            if (await states.ReadAsync(key) is { } kept)
            {
                all.Add(Parse(kept));
            }
        }

        return [.. all.OrderByDescending(static one => one.StartedAt).ThenBy(static one => one.Id)];
    }

    /// <summary>One backtest; null for none.</summary>
    internal async Task<Backtest?> ReadAsync(TenantId tenant, Guid id) => await states.ReadAsync(KeyOf(tenant, id)) is { } kept ? Parse(kept) : null;

    /// <summary>Keeps the beginning of one, and forgets the oldest where there are too many.</summary>
    /// <returns>The backtest; or why it could not be kept.</returns>
    internal async Task<Result<Backtest>> BeginAsync(TenantId tenant, Backtest backtest)
    {
        List<StateWrite> writes = [new StateWrite(KeyOf(tenant, backtest.Id), Write(backtest), ExpectedETag: null)];
        foreach (var old in (await ListAsync(tenant)).Skip(Backtest.MaximumKept))
        {
            writes.Add(StateWrite.Deletion(KeyOf(tenant, old.Id), (await states.ReadAsync(KeyOf(tenant, old.Id)))!.ETag));
        }

        var written = await audit.WriteAsync(tenant, BacktestNotes.Started(backtest), writes);
        return written.IsSuccess ? backtest : Result.Failure<Backtest>(written.Errors);
    }

    /// <summary>Keeps how one has ended.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="backtest">The backtest.</param>
    /// <param name="note">What the audit log says of it; null for nothing.</param>
    internal async Task<Result<Backtest>> EndAsync(TenantId tenant, Backtest backtest, AuditNote? note)
    {
        var key = KeyOf(tenant, backtest.Id);
        var write = new StateWrite(key, Write(backtest), (await states.ReadAsync(key))?.ETag);
        var errors = note is null ? (await states.WriteAsync(write.Key, write.Bytes, write.ExpectedETag)).Errors : (await audit.WriteAsync(tenant, note, [write])).Errors;
        return errors.Count == 0 ? backtest : Result.Failure<Backtest>(errors);
    }

    private static StateKey KeyOf(TenantId tenant, Guid id) => new(tenant, Name, id.ToString("D"));

    private static byte[] Write(Backtest backtest) => JsonSerializer.SerializeToUtf8Bytes(backtest, BacktestJson.Default.Backtest);

    private static Backtest Parse(StateValue kept) => JsonSerializer.Deserialize(kept.Bytes.Span, BacktestJson.Default.Backtest)!;
}
