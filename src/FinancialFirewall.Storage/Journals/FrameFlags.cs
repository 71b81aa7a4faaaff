namespace FinancialFirewall.Storage.Journals;

/// <summary>What a frame header says about its frame. The numbers are kept on disk.</summary>
[Flags]
internal enum FrameFlags : uint
{
    /// <summary>One of several frames of a commit, and not its last.</summary>
    None = 0,

    /// <summary>The last frame of its commit: without it the commit is not whole.</summary>
    EndsCommit = 1,

    /// <summary>A frame without runs, written when a journal is closed in order. It proves that all before it was flushed.</summary>
    Seal = 2,
}
