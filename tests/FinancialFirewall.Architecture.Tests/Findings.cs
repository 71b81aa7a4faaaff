namespace FinancialFirewall.Architecture.Tests;

/// <summary>Asserts that nothing was found, and shows all of it otherwise, untruncated.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> found)
    {
        var lines = found.Select(item => $"{item}").Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"Found {lines.Count}:\n{string.Join('\n', lines)}");
    }

    /// <summary>What only one of the two has.</summary>
    public static IEnumerable<string> Differences(IEnumerable<string> listed, IEnumerable<string> found)
    {
        var (expected, actual) = (listed.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        return actual.Except(expected).Select(item => $"found and not listed: {item}")
            .Concat(expected.Except(actual).Select(item => $"listed and not found: {item}"));
    }

    /// <summary>What stands more than once.</summary>
    public static IEnumerable<string> Repeated(IEnumerable<string> names)
        => names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key} stands {group.Count()} times");
}
