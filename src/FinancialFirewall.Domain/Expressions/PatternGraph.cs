namespace FinancialFirewall.Domain.Expressions;

/// <summary>A regular expression as a graph whose paths spell what matches (Thompson's construction): a step reads one character of its set, or nothing.</summary>
internal sealed class PatternGraph
{
    /// <summary>The most steps: what is larger is left to .NET.</summary>
    public const int MaximumSteps = 512;

    private readonly List<(UInt128 Characters, int Next, int Other)> steps = [];

    private PatternGraph()
    {
    }

    /// <summary>The first step.</summary>
    public int Start { get; private set; }

    /// <summary>Makes the graph of a pattern; nothing where it has too many steps.</summary>
    public static PatternGraph? Of(PatternNode pattern)
    {
        var graph = new PatternGraph();
        var end = graph.Add(0, -1, -1);
        graph.Start = graph.Build(pattern, end);
        return graph.Start < 0 ? null : graph;
    }

    /// <summary>Whether a step is the end, where what was read matches.</summary>
    public static bool IsEnd(int step) => step == 0;

    /// <summary>The characters that a step reads; none where it reads nothing.</summary>
    public UInt128 CharactersOf(int step) => steps[step].Characters;

    /// <summary>The step after the one that reads a character.</summary>
    public int NextOf(int step) => steps[step].Next;

    /// <summary>The ASCII characters, those together that no step tells apart.</summary>
    public IReadOnlyList<int[]> Classes()
        => [.. Enumerable.Range(0, 128).GroupBy(character => string.Concat(steps.Select(step => (char)('0' + (int)(step.Characters >> character & 1)))), StringComparer.Ordinal).Select(static alike => alike.ToArray())];

    /// <summary>Adds a step, and all that are reached from it without reading.</summary>
    public void Reach(int step, SortedSet<int> reached)
    {
        if (step < 0 || !reached.Add(step) || steps[step].Characters != 0)
        {
            return;
        }

        Reach(steps[step].Next, reached);
        Reach(steps[step].Other, reached);
    }

    private int Add(UInt128 characters, int next, int other)
    {
        steps.Add((characters, next, other));
        return steps.Count - 1;
    }

    /// <summary>Builds what leads to a step, from its end to its start; below 0 where it has too many steps.</summary>
    private int Build(PatternNode node, int next)
    {
        if (next < 0 || steps.Count > MaximumSteps)
        {
            return -1;
        }

        switch (node)
        {
            case PatternNode.Set set:
                return Add(set.Characters, next, -1);
            case PatternNode.Sequence sequence:
                return sequence.Parts.Reverse().Aggregate(next, (after, part) => Build(part, after));
            case PatternNode.Choice choice:
                return choice.Parts.Select(part => Build(part, next)).Aggregate((first, second) => first < 0 || second < 0 ? -1 : Add(0, first, second));
            default:
                return BuildRepeat((PatternNode.Repeat)node, next);
        }
    }

    private int BuildRepeat(PatternNode.Repeat repeat, int next)
    {
        var start = next;
        if (repeat.Most is not { } most)
        {
            var again = Add(0, next, -1);
            var body = Build(repeat.Part, again);
            if (body < 0)
            {
                return -1;
            }

            steps[again] = (0, next, body);
            start = again;
        }
        else
        {
            for (var i = repeat.Least; i < most && start >= 0; i++)
            {
                var one = Build(repeat.Part, start);
                start = one < 0 ? -1 : Add(0, one, next);
            }
        }

        for (var i = 0; i < repeat.Least && start >= 0; i++)
        {
            start = Build(repeat.Part, start);
        }

        return start;
    }
}
