using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>A batch that can be decided without waiting. Disposing it gives back what is left of its room and lets the next batch come.</summary>
/// <param name="Batch">The batch, with the values of the keyed windows of the policy in force.</param>
/// <param name="Reservation">Its room in the journal.</param>
/// <param name="Observations">What the partition itself has counted at other keys for it, to be settled by the partition; null for nothing.</param>
/// <param name="Turns">Who waits behind it.</param>
internal readonly record struct AdmittedBatch(PartitionBatch Batch, JournalReservation Reservation, BatchObservations? Observations, Turns Turns) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Reservation.Dispose();
        Turns.End();
    }
}
