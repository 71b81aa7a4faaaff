using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// What explaining an assessment needs besides its record: a frame, and bytes for the record, some 3 KB. A thread explains one assessment after the other, so each keeps one such memory; where
/// one explanation begins within another, it gets one of its own.
/// </summary>
internal sealed class ExplanationMemory
{
    /// <summary>The longest record whose bytes are kept for the next one.</summary>
    private const int MaximumKeptBytes = 16 * 1024;

    private const int UsualBytes = 1024;

    private static readonly ThreadLocal<ExplanationMemory?> Spare = new();

    private byte[] record = new byte[UsualBytes];

    private ExplanationMemory()
    {
    }

    /// <summary>The frame, with what it was last used for: <see cref="Replay.Load"/> leaves nothing of that.</summary>
    public EvaluationFrame Frame { get; } = new();

    /// <summary>The memory of this thread, or a new one where that is in use.</summary>
    public static ExplanationMemory Take()
    {
        var taken = Spare.Value ?? new ExplanationMemory();
        Spare.Value = null;
        return taken;
    }

    /// <summary>Copies a record.</summary>
    /// <returns>Bytes that begin with it.</returns>
    public byte[] Keep(ReadOnlySpan<byte> bytes)
    {
        if (record.Length < bytes.Length)
        {
            record = new byte[bytes.Length];
        }

        bytes.CopyTo(record);
        return record;
    }

    /// <summary>Leaves it to the next explanation of this thread.</summary>
    public void GiveBack() => Spare.Value = record.Length <= MaximumKeptBytes ? this : null;
}
