using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Cuts a log that somebody writes into pieces for a copy of it. It reads the files alone: they never change but by growing, and what is behind the given end is not
/// looked at.
/// </summary>
/// <param name="disk">The disk of the log.</param>
/// <param name="usualBytes">How long a piece is at the most, unless one commit is longer.</param>
internal sealed class LogPieces(IDisk disk, int usualBytes)
{
    private const int MaximumBytes = FrameHeader.MaximumPayloadLength;

    /// <summary>The piece that follows a place.</summary>
    /// <param name="directory">The directory of the log.</param>
    /// <param name="after">Where the copy ends; unset where it has nothing.</param>
    /// <param name="end">Where the log ends.</param>
    /// <returns>The piece, or why there is none.</returns>
    /// <exception cref="StorageDamageException">The log is not what was written.</exception>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public async ValueTask<(LogPieceOutcome Outcome, LogPiece? Piece)> ReadAsync(string directory, LogChain after, LogChain end)
    {
        if (after == end)
        {
            return (LogPieceOutcome.UpToDate, null);
        }

        if (after.File > end.File || after.Commit > end.Commit || (after.File == end.File && after.Length >= end.Length))
        {
            return (LogPieceOutcome.Diverged, null);
        }

        var (number, offset) = after.File == 0 ? (1u, 0L) : (after.File, after.Length);
        var length = await LengthAsync(directory, number, end);
        if (length == offset && number < end.File)
        {
            (number, offset) = (number + 1, 0);
            length = await LengthAsync(directory, number, end);
        }

        return length switch
        {
            null => (LogPieceOutcome.Gone, null),
            _ when length <= offset => (LogPieceOutcome.Diverged, null),
            _ => await CutAsync(LogFileName.In(directory, number), new LogPiece(number, offset, default), length.Value, after),
        };
    }

    private async ValueTask<long?> LengthAsync(string directory, uint number, LogChain end)
    {
        var path = LogFileName.In(directory, number);
        if (!await disk.ExistsAsync(path))
        {
            return null;
        }

        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var length = await file.GetLengthAsync();
        return number == end.File ? Math.Min(length, end.Length) : length;
    }

    private async ValueTask<(LogPieceOutcome Outcome, LogPiece? Piece)> CutAsync(string path, LogPiece place, long length, LogChain after)
    {
        await using var file = await disk.OpenAsync(path, DiskFileUse.Read);
        var first = new byte[LogFileHeader.Length];
        var (header, _, problem) = LogFileHeader.Read(first.AsSpan(0, await file.ReadAsync(0, first)));
        if (problem is not null)
        {
            throw Damaged(path, 0, problem.Found);
        }

        for (var size = usualBytes; ; size = (int)Math.Min(2L * size, MaximumBytes))
        {
            var bytes = new byte[(int)Math.Min(size, length - place.Offset)];
            var piece = place with { Bytes = bytes.AsMemory(0, await file.ReadAsync(place.Offset, bytes)) };
            if (!Continues(piece, header, after))
            {
                return (LogPieceOutcome.Diverged, null);
            }

            if (WholeCommits(piece, header.Salt) is var whole && whole > 0)
            {
                return (LogPieceOutcome.Found, piece with { Bytes = piece.Bytes[..whole] });
            }

            if (bytes.Length >= length - place.Offset || size == MaximumBytes)
            {
                throw Damaged(path, place.Offset, "no whole commit is where one was written.");
            }
        }
    }

    /// <summary>Whether a piece continues what the copy has, by the checksum that it names of what is before it.</summary>
    private static bool Continues(LogPiece piece, in LogFileHeader header, in LogChain after) => piece.Offset == 0
        ? (header.PreviousCrc, header.PreviousLength, header.FirstCommit) == (after.Crc, after.Length, after.Commit + 1)
        : !piece.Frames(header.Salt).Any() || piece.Frames(header.Salt).First() is var frame && (frame.PreviousCrc, frame.Commit, frame.Ordinal) == (after.Crc, after.Commit + 1, 0);

    private static int WholeCommits(LogPiece piece, ulong salt)
    {
        var at = piece.Offset == 0 ? LogFileHeader.Length : 0;
        var whole = at <= piece.Bytes.Length ? at : 0;
        foreach (var frame in piece.Frames(salt))
        {
            at += FrameHeader.Length + frame.PayloadLength;
            if (at > piece.Bytes.Length)
            {
                break;
            }

            whole = frame.Flags.HasFlag(FrameFlags.EndsCommit) ? at : whole;
        }

        return whole;
    }

    private static StorageDamageException Damaged(string path, long offset, string problem)
        => new(new StorageDamage(path, offset, problem, StorageDamage.RestoreAdvice));
}
