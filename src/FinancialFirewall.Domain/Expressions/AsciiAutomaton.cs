using System.Buffers;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// A regular expression as a table: one look-up a character tells whether a whole ASCII text matches. Stretches that change nothing, as under <c>.*</c>, are
/// passed over many characters at a time.
/// </summary>
internal sealed class AsciiAutomaton
{
    private const int Characters = 128;
    private const int Dead = 0;
    private const int MaximumStates = 64;
    private const int WorthSkipping = 96;

    private readonly ushort[] next;
    private readonly bool[] accepts;
    private readonly SearchValues<byte>?[] leaving;

    private AsciiAutomaton(ushort[] next, bool[] accepts)
    {
        this.next = next;
        this.accepts = accepts;
        leaving = [.. Enumerable.Range(0, accepts.Length).Select(Leaving)];
    }

    /// <summary>Makes the table of a checked pattern; nothing where it has more than ASCII tells, or too many states.</summary>
    public static AsciiAutomaton? Of(string pattern)
        => new AsciiPatternParser(pattern).Parse() is { } node && PatternGraph.Of(node) is { } graph ? Of(graph) : null;

    /// <summary>Whether a text matches as a whole.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <returns>Nothing where the text has other characters than ASCII, and still could match.</returns>
    public bool? IsMatch(ReadOnlySpan<byte> text)
    {
        var state = 1;
        while (true)
        {
            if (leaving[state] is { } values)
            {
                var skipped = text.IndexOfAny(values);
                text = skipped < 0 ? default : text[skipped..];
            }

            if (text.IsEmpty)
            {
                return accepts[state];
            }

            if (text[0] >= Characters)
            {
                return null;
            }

            state = next[(state * Characters) + text[0]];
            if (state == Dead)
            {
                return false;
            }

            text = text[1..];
        }
    }

    private static AsciiAutomaton? Of(PatternGraph graph)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var states = new List<SortedSet<int>>();
        var rows = new List<ushort>(new ushort[Characters]);
        var first = new SortedSet<int>();
        graph.Reach(graph.Start, first);
        NumberOf([]);
        NumberOf(first);
        var classes = graph.Classes();
        for (var state = 1; state < states.Count; state++)
        {
            var row = new ushort[Characters];
            foreach (var alike in classes)
            {
                var after = (ushort)NumberOf(After(graph, states[state], alike[0]));
                Array.ForEach(alike, character => row[character] = after);
            }

            rows.AddRange(row);
            if (states.Count > MaximumStates)
            {
                return null;
            }
        }

        return new AsciiAutomaton([.. rows], [.. states.Select(static steps => steps.Any(PatternGraph.IsEnd))]);

        int NumberOf(SortedSet<int> steps)
        {
            var name = string.Join(',', steps);
            if (!numbers.TryGetValue(name, out var number))
            {
                number = states.Count;
                numbers.Add(name, number);
                states.Add(steps);
            }

            return number;
        }
    }

    private static SortedSet<int> After(PatternGraph graph, SortedSet<int> steps, int character)
    {
        var reached = new SortedSet<int>();
        foreach (var step in steps.Where(step => (graph.CharactersOf(step) >> character & 1) != 0))
        {
            graph.Reach(graph.NextOf(step), reached);
        }

        return reached;
    }

    // Characters outside ASCII always leave: nothing is known of them here.
    private SearchValues<byte>? Leaving(int state)
    {
        var staying = Enumerable.Range(0, Characters).Count(character => next[(state * Characters) + character] == state);
        return state == Dead || staying < WorthSkipping
            ? null
            : SearchValues.Create([.. Enumerable.Range(0, 256).Where(one => one >= Characters || next[(state * Characters) + one] != state).Select(static one => (byte)one)]);
    }
}
