namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Room in the journal's buffer that belongs to one caller, who can append into it without waiting. Dispose it after the last append: what is left goes
/// back to the others.
/// </summary>
public sealed class JournalReservation : IDisposable
{
    private readonly BufferRoom room;

    internal JournalReservation(BufferRoom room, int bytes)
    {
        this.room = room;
        RemainingBytes = bytes;
    }

    /// <summary>How many bytes can still be appended.</summary>
    public int RemainingBytes { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        var rest = RemainingBytes;
        RemainingBytes = 0;
        room.Release(rest);
    }

    internal bool TryUse(int bytes)
    {
        if (bytes > RemainingBytes)
        {
            return false;
        }

        RemainingBytes -= bytes;
        return true;
    }
}
