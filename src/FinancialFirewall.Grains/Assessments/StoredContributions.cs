using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// What stored payments add to the windows of one plan. A window that the payment's own policy version had already is filled by that version, as it
/// was at the time; one that came later is filled by the plan's own policy.
/// </summary>
internal sealed class StoredContributions(WindowPlan plan, CompiledPolicy policy)
{
    private readonly EvaluationFrame frame = new();
    private readonly Contribution[] account = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] keyed = new Contribution[WindowDefinition.MaximumPerPolicy];
    private readonly Contribution[] result = new Contribution[plan.Windows.Count];
    private readonly int[] ownPlaces = PlacesIn(policy, plan);
    private (CompiledPolicy? By, int[] Places) latest = (null, []);

    /// <summary>What a stored assessment adds to each window of the plan; valid until the next call.</summary>
    /// <param name="record">The assessment.</param>
    /// <param name="ownPolicy">The policy that decided it.</param>
    public ReadOnlySpan<Contribution> Of(ReadOnlyMemory<byte> record, CompiledPolicy ownPolicy)
    {
        var (buffer, start) = ArrayOf(record);
        Replay.Load(buffer, start, frame);
        Take(policy);
        if (ownPolicy.Version < policy.Version)
        {
            Take(ownPolicy);
        }

        return result;
    }

    /// <summary>What a stored release takes out of each window of the plan; valid until the next call.</summary>
    /// <param name="record">The release.</param>
    public ReadOnlySpan<Contribution> OfRelease(ReadOnlyMemory<byte> record)
    {
        var (buffer, start) = ArrayOf(record);
        Replay.LoadRelease(buffer, start, frame);
        var release = new ReleaseRecord(record.Span);
        policy.PrepareRelease(
            frame,
            release.Facts.HasFlag(ReleaseFacts.HasBaseAmount) ? release.BaseAmountMinor : null,
            release.OriginalAmountMinor,
            release.IsEntire,
            account);
        Spread(policy);
        return result;
    }

    private static (byte[] Buffer, int Start) ArrayOf(ReadOnlyMemory<byte> record)
        => MemoryMarshal.TryGetArray(record, out var array)
            ? (array.Array!, array.Offset)
            : throw new ArgumentException("Records of the journal are read into arrays.", nameof(record));

    private int[] PlacesOf(CompiledPolicy other)
    {
        latest = ReferenceEquals(latest.By, other) ? latest : (other, PlacesIn(other, plan));
        return latest.Places;
    }

    private void Take(CompiledPolicy by)
    {
        by.Prepare(frame, account, keyed);
        Spread(by);
    }

    /// <summary>Where each window of a plan stands among a policy's windows; negative where it is none of them.</summary>
    private static int[] PlacesIn(CompiledPolicy policy, WindowPlan plan)
        => [.. plan.Windows.Select(window => policy.AccountWindows.IndexOf(window.Id))];

    private void Spread(CompiledPolicy by)
    {
        var places = ReferenceEquals(policy, by) ? ownPlaces : PlacesOf(by);
        for (var window = 0; window < result.Length; window++)
        {
            result[window] = places[window] >= 0 ? account[places[window]] : result[window];
        }
    }
}
