using System.Globalization;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The unfinished end of a log: part of a commit that was never flushed, and so never answered.</summary>
/// <param name="File">The file, relative to the data directory.</param>
/// <param name="Offset">Where the unfinished commit begins.</param>
/// <param name="Bytes">How many bytes are cut.</param>
/// <param name="Found">What shows that it is unfinished.</param>
public sealed record TornTail(string File, long Offset, long Bytes, string Found)
{
    /// <summary>One sentence for people.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"'{File}' ends in {Bytes} bytes of an unfinished commit at offset {Offset}: {Found}");
}
