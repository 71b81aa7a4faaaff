using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Journals;

/// <summary>
/// Walks one log file from front to back and proves every checksum, link and number in it, and, with keys, that every byte is what its tenant's key sealed in
/// this place.
/// <para><b>Torn tail or damage.</b> A commit's frames are written together and flushed once; the next commit is written only after that flush. A crash
/// can therefore leave only the last commit of the last file unfinished, in any way: any of its bytes may be there, zero or missing, a later frame may be
/// sound while an earlier one is not. So, with <c>c</c> the last whole commit:</para>
/// <list type="bullet">
/// <item>what does not check in the last file is the torn commit <c>c + 1</c>, unless a sound frame header of a commit after <c>c + 1</c> follows it
/// anywhere: its existence proves that <c>c + 1</c> was flushed and is now damaged;</item>
/// <item>a torn commit is cut as a whole, its sound frames included: nobody was answered, and a commit is there whole or not at all;</item>
/// <item>in a file that has a successor everything was flushed, so all of it must check, up to the length and checksum that the successor names;</item>
/// <item>a sound frame in the wrong place is damage anywhere: tearing loses bytes, it does not move them;</item>
/// <item>a last file no longer than its header, which does not check, was being created and is dropped.</item>
/// </list>
/// <para>What this cannot tell: bytes that rot in the very last commit after a crash look like a torn tail. A log that was closed in order ends in a seal,
/// a commit of its own, which leaves no such doubt.</para>
/// <para>What checks and does not open was changed by somebody who knows the format: damage anywhere.</para>
/// </summary>
internal sealed class LogFileWalk(
    IDisk disk, string directory, PurposeKeys? keys, uint number, bool isLast, LogChain? before, ILogVisitor visitor, DiskFileUse use = DiskFileUse.Read)
{
    private readonly string path = LogFileName.In(directory, number);
    private LogChain end;
    private LogFileSeal? seal;
    private byte[] plain = [];
    private uint? nextCounter = 0;
    private uint lastCrc;
    private int openFrames;
    private long frames;
    private long commits;
    private long lastCommit;

    public async ValueTask<LogFileFindings> RunAsync(CancellationToken cancellationToken)
    {
        await using var file = await disk.OpenAsync(path, use);
        var bytes = new ReadAhead(file, await file.GetLengthAsync());
        if (ReadHeader((await bytes.PeekAsync(0, LogFileHeader.Length)).Span, bytes.Length) is { } stop)
        {
            return stop;
        }

        return await WalkAsync(bytes, LogFileHeader.Length, cancellationToken);
    }

    /// <summary>Walks on from where an earlier walk ended, through what was added to the file since.</summary>
    public async ValueTask<LogFileFindings> ContinueAsync(LogChain from, CancellationToken cancellationToken)
    {
        await using var file = await disk.OpenAsync(path, use);
        var bytes = new ReadAhead(file, await file.GetLengthAsync());
        seal = new LogFileSeal((await bytes.PeekAsync(0, LogFileHeader.Length)).ToArray());

        // The chain of checksums and the seals prove the order; the counter of the frame before is not kept for it.
        (end, lastCrc, nextCounter) = (from, from.Crc, null);
        return await WalkAsync(bytes, from.Length, cancellationToken);
    }

    private async ValueTask<LogFileFindings> WalkAsync(ReadAhead bytes, long offset, CancellationToken cancellationToken)
    {
        while (offset < bytes.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (length, problem) = await ReadFrameAsync(bytes, offset);
            if (problem is not null)
            {
                return problem.Kind == LogProblemKind.Unreadable ? await JudgeAsync(bytes, offset, problem) : Damaged(offset, problem);
            }

            offset += length;
            await visitor.EndFrameAsync();
        }

        return openFrames == 0
            ? new LogFileFindings(end, frames, commits, null, null, false) { LastCommit = lastCommit }
            : await JudgeAsync(bytes, offset, new LogProblem(LogProblemKind.Unreadable, "the last frame of the commit is missing."));
    }

    private LogFileFindings? ReadHeader(ReadOnlySpan<byte> bytes, long fileLength)
    {
        var (header, crc, problem) = LogFileHeader.Read(bytes);
        if (problem is not null)
        {
            return isLast && fileLength <= LogFileHeader.Length && problem.Kind == LogProblemKind.Unreadable
                ? new LogFileFindings(default, 0, 0, new TornTail(path, 0, fileLength, problem.Found), null, false)
                : Damaged(0, problem);
        }

        (end, lastCrc) = (new LogChain(number, LogFileHeader.Length, crc, header.FirstCommit - 1), crc);
        seal = new LogFileSeal(bytes.ToArray());
        if (header.Number != number)
        {
            return Damaged(0, new LogProblem(LogProblemKind.Misplaced, $"the header says that this is file {header.Number}."));
        }

        return before is { } known && (header.PreviousCrc, header.PreviousLength, header.FirstCommit) != (known.Crc, known.Length, known.Commit + 1)
            ? Damaged(0, new LogProblem(
                LogProblemKind.Misplaced,
                $"it continues a file of {header.PreviousLength} bytes up to commit {header.FirstCommit - 1}, and the one before has {known.Length} up to commit {known.Commit}, or other bytes."))
            : null;
    }

    private async ValueTask<(int Length, LogProblem? Problem)> ReadFrameAsync(ReadAhead bytes, long offset)
    {
        var (header, crc, problem) = FrameHeader.Read((await bytes.PeekAsync(offset, FrameHeader.Length)).Span, seal!.Salt);
        if (problem is not null)
        {
            return (0, problem);
        }

        if (header.Commit != end.Commit + 1 || header.Ordinal != openFrames || header.PreviousCrc != lastCrc)
        {
            return (0, new LogProblem(
                LogProblemKind.Misplaced,
                $"frame {header.Ordinal} of commit {header.Commit} is where frame {openFrames} of commit {end.Commit + 1} should be."));
        }

        var whole = await bytes.PeekAsync(offset, FrameHeader.Length + header.PayloadLength);
        return ReadPayload(header, whole.Span, offset, crc) is { } wrong ? (0, wrong) : (whole.Length, null);
    }

    private LogProblem? ReadPayload(in FrameHeader header, ReadOnlySpan<byte> frame, long offset, uint crc)
    {
        if (frame.Length < FrameHeader.Length + header.PayloadLength)
        {
            return new LogProblem(
                LogProblemKind.Unreadable, $"a frame of {header.PayloadLength} bytes is cut off after {frame.Length - FrameHeader.Length}.");
        }

        if (Checksum.Of(frame[FrameHeader.Length..]) != header.PayloadCrc)
        {
            return new LogProblem(LogProblemKind.Unreadable, "the records of a frame do not match their checksum.");
        }

        return CheckSeal(header, frame) ?? VisitRuns(header, frame, offset) ?? EndFrame(header, offset + frame.Length, crc);
    }

    private LogProblem? CheckSeal(in FrameHeader header, ReadOnlySpan<byte> frame)
    {
        if (header.Flags.HasFlag(FrameFlags.Seal))
        {
            return header.RunCount == 0 ? null : new LogProblem(LogProblemKind.Misplaced, "a seal holds records.");
        }

        if (nextCounter is { } expected && header.Counter != expected)
        {
            return new LogProblem(LogProblemKind.Misplaced, $"the frame with counter {header.Counter} is where {expected} should be.");
        }

        nextCounter = unchecked(header.Counter + 1 + (uint)header.RunCount);
        if (keys is null)
        {
            return null;
        }

        if (keys.Find(header.Tenant, header.KeyNumber) is not { } cipher)
        {
            return new LogProblem(LogProblemKind.Misplaced, RunKeys.NoKey(header.Tenant, header.KeyNumber));
        }

        return seal!.IsSigned(frame, cipher, header.Counter)
            ? null
            : new LogProblem(LogProblemKind.Misplaced, $"a frame header is not what key {header.KeyNumber} of '{header.Tenant}' signed in this file.");
    }

    private static string? CheckCounter(in FrameHeader header, in RunHeader run, int ordinal)
        => run.KeyNumber == header.KeyNumber && run.Counter == header.Counter + 1 + (uint)ordinal
            ? null
            : $"the run with counter {run.Counter} and key {run.KeyNumber} is where {header.Counter + 1 + (uint)ordinal} and {header.KeyNumber} should be.";

    private LogProblem? VisitRuns(in FrameHeader header, ReadOnlySpan<byte> frame, long offset)
    {
        if (keys is not null && plain.Length < header.PayloadLength)
        {
            plain = new byte[Math.Max(header.PayloadLength, 2 * plain.Length)];
        }

        var start = FrameHeader.Length;
        for (var i = 0; i < header.RunCount; i++)
        {
            var (run, problem) = RunHeader.Read(frame[start..]);
            problem ??= CheckCounter(header, run, i);
            if (problem is not null)
            {
                return new LogProblem(LogProblemKind.Misplaced, problem);
            }

            var body = plain.AsSpan(0, keys is null ? 0 : run.RunLength - RunHeader.Length);
            if (keys is not null && new RunKeys(keys, header.Tenant, seal!.Salt).Open(run, frame.Slice(start, run.RunLength), body) is { } unopened)
            {
                return new LogProblem(LogProblemKind.Misplaced, unopened);
            }

            visitor.Visit(header, run, new RunLocation(run.FirstSequence, offset + start, number, run.RunLength, run.Count), body);
            start += run.RunLength;
        }

        return start == frame.Length
            ? null
            : new LogProblem(LogProblemKind.Misplaced, $"a frame holds {frame.Length - start} bytes behind its {header.RunCount} runs.");
    }

    private LogProblem? EndFrame(in FrameHeader header, long frameEnd, uint crc)
    {
        lastCrc = crc;
        openFrames++;
        if (!header.Flags.HasFlag(FrameFlags.EndsCommit))
        {
            return null;
        }

        if (visitor.EndCommit() is { } problem)
        {
            return new LogProblem(LogProblemKind.Misplaced, problem);
        }

        lastCommit = end.Length;
        end = new LogChain(number, frameEnd, crc, header.Commit);
        frames += openFrames;
        commits++;
        openFrames = 0;
        return null;
    }

    private async ValueTask<LogFileFindings> JudgeAsync(ReadAhead bytes, long offset, LogProblem problem)
    {
        if (!isLast && !PlantedBugs.TakeDamageForTear)
        {
            return Damaged(offset, problem);
        }

        if (await FindLaterCommitAsync(bytes, offset) is var (laterOffset, laterCommit) && !PlantedBugs.TakeDamageForTear)
        {
            return Damaged(offset, new LogProblem(
                LogProblemKind.Misplaced, $"{problem.Found} Commit {laterCommit} at offset {laterOffset} proves that this was on disk once."));
        }

        visitor.DropCommit();
        return new LogFileFindings(end, frames, commits, new TornTail(path, end.Length, bytes.Length - end.Length, problem.Found), null, false);
    }

    /// <summary>Looks behind the torn commit for the header of any other.</summary>
    private async ValueTask<(long Offset, long Commit)?> FindLaterCommitAsync(ReadAhead bytes, long offset)
    {
        const int Step = 512 * 1024;
        for (var start = offset; start < bytes.Length; start += Step)
        {
            var piece = await bytes.PeekAsync(start, Step + FrameHeader.Length);
            if (FindOtherCommit(piece.Span, end.Commit + 1) is var (found, commit))
            {
                return (start + found, commit);
            }
        }

        return null;
    }

    private (int Offset, long Commit)? FindOtherCommit(ReadOnlySpan<byte> piece, long tornCommit)
    {
        for (var at = 0; piece[at..].IndexOf(FrameHeader.Magic) is var next && next >= 0; at += next + 1)
        {
            var (header, _, problem) = FrameHeader.Read(piece[(at + next)..], seal!.Salt);
            if (problem is null && header.Commit != tornCommit)
            {
                return (at + next, header.Commit);
            }
        }

        return null;
    }

    private LogFileFindings Damaged(long offset, LogProblem problem)
    {
        visitor.DropCommit();
        var advice = problem.Kind == LogProblemKind.Newer ? "Use the program that wrote it, or a newer one." : StorageDamage.RestoreAdvice;
        return new LogFileFindings(
            end, frames, commits, null, new StorageDamage(path, offset, problem.Found, advice), problem.Kind == LogProblemKind.Newer);
    }
}
