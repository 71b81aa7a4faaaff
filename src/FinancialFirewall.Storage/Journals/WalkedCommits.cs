using System.Runtime.InteropServices;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The opened runs of some commits, copied out of the log that they were walked through in, to be shown to a visitor later. It is meant to be used again.</summary>
internal sealed class WalkedCommits
{
    private const int FirstBytes = 64 * 1024;

    private readonly List<Run> runs = [];
    private readonly List<int> commits = [];
    private byte[] bytes = new byte[FirstBytes];
    private int length;

    /// <summary>How many bytes the runs have together.</summary>
    public int Length => length;

    /// <summary>Whether the last commit has ended.</summary>
    public bool IsWhole => runs.Count == (commits.Count == 0 ? 0 : commits[^1]);

    /// <summary>Adds a run to the commit that has not ended.</summary>
    public void Add(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        if (body.Length > bytes.Length - length)
        {
            Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, Math.Max(checked(length + body.Length), 2L * bytes.Length)));
        }

        body.CopyTo(bytes.AsSpan(length));
        runs.Add(new Run(frame, header, location, length, body.Length));
        length += body.Length;
    }

    /// <summary>Ends a commit.</summary>
    public void EndCommit() => commits.Add(runs.Count);

    /// <summary>Drops the runs of the commit that has not ended.</summary>
    public void DropCommit()
    {
        var kept = commits.Count == 0 ? 0 : commits[^1];
        length = kept == runs.Count ? length : runs[kept].Start;
        runs.RemoveRange(kept, runs.Count - kept);
    }

    /// <summary>Shows the whole commits to a visitor and forgets them.</summary>
    /// <returns>
    /// What is wrong with a commit as a continuation of those before, and where the first run of its last frame lies: what follows is not shown;
    /// <see langword="null"/> where nothing is.
    /// </returns>
    public (RunLocation Place, string Problem)? Show(ILogVisitor visitor)
    {
        var first = 0;
        (RunLocation, string)? wrong = null;
        foreach (var end in commits)
        {
            foreach (ref readonly var run in CollectionsMarshal.AsSpan(runs)[first..end])
            {
                visitor.Visit(run.Frame, run.Header, run.Location, bytes.AsSpan(run.Start, run.Length));
            }

            if (visitor.EndCommit() is { } problem)
            {
                wrong = (FrameOf(first, end), problem);
                break;
            }

            first = end;
        }

        runs.Clear();
        commits.Clear();
        length = 0;
        return wrong;
    }

    /// <summary>The first run of the last frame of a commit.</summary>
    private RunLocation FrameOf(int first, int end)
    {
        var last = end - 1;
        while (last > first && runs[last - 1].Frame.Ordinal == runs[end - 1].Frame.Ordinal)
        {
            last--;
        }

        return runs[last].Location;
    }

    private readonly record struct Run(FrameHeader Frame, RunHeader Header, RunLocation Location, int Start, int Length);
}
