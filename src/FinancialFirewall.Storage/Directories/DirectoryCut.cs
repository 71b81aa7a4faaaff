using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Directories;

/// <summary>
/// What a data directory holds at one moment: how far its logs go and which files belong to it. Everything that was answered before that moment is in it, and
/// nothing that was written after. As text it goes from the process that has the directory open to the one that copies it.
/// </summary>
public sealed class DirectoryCut
{
    private const string Title = "firewall-cut 1";
    private const int MaximumLines = 2_000_000;

    internal DirectoryCut(Instant takenAt, LogChain journal, SegmentManifest segments, uint generation, LogChain states, IReadOnlyList<string> snapshots)
        => (TakenAt, Journal, Segments, Generation, States, Snapshots) = (takenAt, journal, segments, generation, states, snapshots);

    /// <summary>The moment.</summary>
    public Instant TakenAt { get; }

    /// <summary>The number of the last commit of the journal.</summary>
    public long Commit => Journal.Commit;

    /// <summary>Where the journal ends.</summary>
    internal LogChain Journal { get; }

    /// <summary>The segments, and up to which log file records are in them.</summary>
    internal SegmentManifest Segments { get; }

    /// <summary>The generation of the states' log.</summary>
    internal uint Generation { get; }

    /// <summary>The directory of that log.</summary>
    internal string StatesDirectory => StatesDirectoryOf(Generation);

    /// <summary>Where the states' log ends.</summary>
    internal LogChain States { get; }

    /// <summary>The paths of the snapshots: each holds only what is in the journal, and none is needed.</summary>
    internal IReadOnlyList<string> Snapshots { get; }

    /// <summary>The cut as lines of text, for <see cref="TryParse"/>.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Title);
        text.Append(CultureInfo.InvariantCulture, $"\nat {TakenAt.UnixMicroseconds}\n");
        text.Append("journal ").Append(Describe(Journal)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"states {Generation} {Describe(States)}\n");
        text.Append("segments ").Append(Convert.ToBase64String(Segments.ToBytes())).Append('\n');
        foreach (var path in Snapshots)
        {
            text.Append("snapshot ").Append(path).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="ToText"/> wrote; <see langword="null"/> for anything else.</summary>
    public static DirectoryCut? TryParse(string text)
    {
        var lines = text.Split('\n', MaximumLines, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length < 5 || !string.Equals(lines[0], Title, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            var states = Words(lines[3], "states", 6);
            var segments = SegmentManifest.Parse(SegmentManifest.FileName, Convert.FromBase64String(Words(lines[4], "segments", 2)[1]));
            var snapshots = lines.Where(line => line.StartsWith("snapshot ", StringComparison.Ordinal)).Select(line => line["snapshot ".Length..]);
            return !segments.IsSuccess ? null : new DirectoryCut(
                new Instant(Number(Words(lines[1], "at", 2)[1])),
                ReadChain(Words(lines[2], "journal", 5).AsSpan(1)),
                segments.Value,
                checked((uint)Number(states[1])),
                ReadChain(states.AsSpan(2)),
                [.. snapshots]);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidDataException)
        {
            return null;
        }
    }

    internal static string StatesDirectoryOf(uint generation) => string.Create(CultureInfo.InvariantCulture, $"{DataDirectory.StatesName}/{generation:D10}");

    private static string Describe(LogChain end) => string.Create(CultureInfo.InvariantCulture, $"{end.File} {end.Length} {end.Crc} {end.Commit}");

    private static string[] Words(string line, string first, int count)
        => line.Split(' ') is var words && words.Length == count && string.Equals(words[0], first, StringComparison.Ordinal)
            ? words
            : throw new FormatException($"'{line}' should begin with '{first}' and have {count} words.");

    private static long Number(string word) => long.Parse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static LogChain ReadChain(ReadOnlySpan<string> words)
        => new(checked((uint)Number(words[0])), Number(words[1]), checked((uint)Number(words[2])), Number(words[3]));
}
