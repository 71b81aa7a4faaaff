using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>The references that a partition is deciding right now, so that a second one of the same reference waits for the first one's answer.</summary>
internal sealed class PendingReferences
{
    private readonly Dictionary<ReferenceKey, (BatchInFlight Batch, int Index)> pending = [];

    /// <summary>Whether nothing is being decided.</summary>
    public bool IsEmpty => pending.Count == 0;

    /// <summary>Notes a batch's payments; those whose reference is being decided already are not the batch's own.</summary>
    public void Enter(BatchInFlight batch)
    {
        for (var i = 0; i < batch.Items.Length; i++)
        {
            ref var item = ref batch.Items[i];
            if (pending.TryGetValue(item.Reference, out var other))
            {
                (item.Other, item.OtherIndex) = other;
            }
            else
            {
                pending.Add(item.Reference, (batch, i));
                item.IsOurs = true;
            }
        }
    }

    /// <summary>Forgets a batch's own payments.</summary>
    public void Leave(BatchInFlight batch)
    {
        foreach (ref readonly var item in batch.Items.AsSpan())
        {
            if (item.IsOurs)
            {
                pending.Remove(item.Reference);
            }
        }
    }

    /// <summary>The batch that is deciding a reference; null when there is none.</summary>
    public BatchInFlight? Find(ReferenceKey reference) => pending.GetValueOrDefault(reference).Batch;
}
