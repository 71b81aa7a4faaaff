using System.Globalization;
using System.Runtime.InteropServices;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Sites;

/// <summary>How far both logs of a data directory go.</summary>
/// <param name="Generation">The generation of the states' log; 0 for none.</param>
/// <param name="States">Where that log ends.</param>
/// <param name="Journal">Where the journal ends.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SitePosition(uint Generation, LogChain States, LogChain Journal)
{
    private const int Words = 9;

    /// <summary>Whether whoever is here has a state that was written up to a place.</summary>
    public bool HasStates(uint generation, long commit) => Generation > generation || (Generation == generation && States.Commit >= commit);

    /// <summary>Whether whoever is here has everything of another position.</summary>
    public bool Has(in SitePosition other) => HasStates(other.Generation, other.States.Commit) && Journal.Commit >= other.Journal.Commit;

    /// <summary>The position as nine numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Generation} {Describe(States)} {Describe(Journal)}");

    /// <summary>Reads what <see cref="ToString"/> wrote; <see langword="null"/> for anything else.</summary>
    public static SitePosition? TryParse(string text)
    {
        var numbers = new long[Words];
        var words = text.Split(' ');
        if (words.Length != Words)
        {
            return null;
        }

        for (var i = 0; i < Words; i++)
        {
            if (!long.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers[0] <= uint.MaxValue && ReadChain(numbers.AsSpan(1, 4)) is { } states && ReadChain(numbers.AsSpan(5, 4)) is { } journal
            ? new SitePosition((uint)numbers[0], states, journal)
            : null;
    }

    private static string Describe(LogChain end) => string.Create(CultureInfo.InvariantCulture, $"{end.File} {end.Length} {end.Crc} {end.Commit}");

    private static LogChain? ReadChain(ReadOnlySpan<long> numbers)
        => numbers[0] <= uint.MaxValue && numbers[2] <= uint.MaxValue ? new LogChain((uint)numbers[0], numbers[1], (uint)numbers[2], numbers[3]) : null;
}
