using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Backups;

/// <summary>Looks at a log for nothing but its being whole.</summary>
internal sealed class SilentVisitor : ILogVisitor
{
    public void Visit(in FrameHeader frame, in RunHeader header, in RunLocation location, ReadOnlySpan<byte> body)
    {
        // The walk proves the runs.
    }

    public string? EndCommit() => null;

    public void DropCommit()
    {
        // Nothing is kept of a commit.
    }
}
