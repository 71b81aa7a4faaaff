using GraphQL.Server.Language;

namespace GraphQL.Server.Validation;

/// <summary>§5.5.2.2: no fragment leads back to itself.</summary>
internal sealed class NoFragmentCyclesRule : ValidationRule
{
    private readonly HashSet<string> visited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> onPath = new(StringComparer.Ordinal);
    private readonly List<FragmentSpreadSyntax> path = [];

    public override void EnterFragment(ValidationContext context, FragmentSyntax fragment)
    {
        var name = fragment.Name.Value;
        if (!visited.Add(name))
        {
            return;
        }

        onPath[name] = path.Count;
        foreach (var spread in context.Uses.Spreads(fragment))
        {
            path.Add(spread);
            if (onPath.TryGetValue(spread.Name.Value, out var start))
            {
                Report(context, spread.Name.Value, path.GetRange(start, path.Count - start));
            }
            else if (context.Fragment(spread.Name.Value) is { } next)
            {
                EnterFragment(context, next);
            }

            path.RemoveAt(path.Count - 1);
        }

        onPath.Remove(name);
    }

    private static void Report(ValidationContext context, string name, List<FragmentSpreadSyntax> cycle)
    {
        var via = cycle.Count > 1 ? $" via {string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\""))}" : "";
        context.Report(nameof(NoFragmentCyclesRule), $"Cannot spread fragment \"{name}\" within itself{via}.", cycle.Select(spread => spread.Start));
    }
}
