using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Simulation.Faults;

/// <summary>
/// Lets bits rot and mends them, in every kind of file as often as in any other. The last commit in the newest file of each log is spared: what rots there cannot be told
/// from a torn tail, which the firewall says.
/// </summary>
internal sealed class BitRot(SimulatedDisk disk, Random random)
{
    private static readonly string[] Sealed = ["keys/", "segments/", "snapshots/"];

    private readonly List<Rot> rots = [];

    /// <summary>How many bits rotted.</summary>
    public int Count { get; private set; }

    /// <summary>How often the firewall has named a rotten file and would not start.</summary>
    public int Refusals { get; private set; }

    /// <summary>What is rotten now.</summary>
    public IReadOnlyList<Rot> Present => rots;

    /// <summary>Lets one bit rot, where there is a file for that.</summary>
    public void Strike()
    {
        var kinds = disk.Files.Where(path => ReachOf(path) > 0).GroupBy(static path => path[..path.IndexOf('/', StringComparison.Ordinal)], StringComparer.Ordinal).ToList();
        if (kinds.Count == 0)
        {
            return;
        }

        var paths = kinds[random.Next(kinds.Count)].ToList();
        var path = paths[random.Next(paths.Count)];
        var file = disk.FileAt(path);
        var rot = new Rot(path, file, random.Next(ReachOf(path)), random.Next(8));
        file.Rot(rot.Offset, rot.Bit);
        rots.Add(rot);
        Count++;
    }

    /// <summary>Mends everything, as a copy of the disk would.</summary>
    public void Heal()
    {
        rots.ForEach(static rot => rot.File.Rot(rot.Offset, rot.Bit));
        rots.Clear();
    }

    /// <summary>Whether a refusal names something that is rotten; everything is mended then.</summary>
    public bool Explains(IReadOnlyList<Error> errors)
    {
        var message = errors[0].Message;
        var isExplained = rots.Exists(rot => Names(rot, message) || Names(rot, errors[0].Member));
        if (isExplained)
        {
            Refusals++;
            Heal();
        }

        return isExplained;
    }

    /// <summary>Whether a text names the file of a rotten bit, or its successor under another name.</summary>
    public bool Names(Rot rot, string text)
        => text.Contains(rot.Path, StringComparison.Ordinal) || (disk.NameOf(rot.File) is { } name && text.Contains(name, StringComparison.Ordinal));

    /// <summary>How many bytes of a file may rot, from its beginning.</summary>
    private int ReachOf(string path)
    {
        var file = disk.FileAt(path);
        if (path.EndsWith(".tmp", StringComparison.Ordinal) || path.Contains(".tmp/", StringComparison.Ordinal))
        {
            return 0;
        }

        return Sealed.Any(start => path.StartsWith(start, StringComparison.Ordinal)) || IsOlderLog(path) ? file.Flushed.Length
            : path.Contains("/log-", StringComparison.Ordinal) ? (int)Math.Min(file.LastFlushedFrom, file.Flushed.Length)
            : 0;
    }

    /// <summary>Whether a log file has a successor that stays: one without a commit may be gone after a loss of power, and the file is the newest again.</summary>
    private bool IsOlderLog(string path)
        => path.Contains("/log-", StringComparison.Ordinal)
            && disk.Files.Any(other => Directory(other).Equals(Directory(path), StringComparison.Ordinal) && string.CompareOrdinal(other, path) > 0
                && disk.FileAt(other).LastFlushedFrom > 0);

    private static string Directory(string path) => path[..(path.LastIndexOf('/') + 1)];
}
