namespace FinancialFirewall.Architecture.Tests;

/// <summary>Asserts that nothing was found, and shows all of it otherwise, untruncated.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> found)
    {
        var lines = found.Select(item => $"{item}").Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"Found {lines.Count}:\n{string.Join('\n', lines)}");
    }

    /// <summary>Asserts that exactly what is listed was found.</summary>
    public static void Exactly(IEnumerable<string> listed, IEnumerable<string> found)
    {
        var (expected, actual) = (listed.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        None(actual.Except(expected).Select(item => $"found and not listed: {item}")
            .Concat(expected.Except(actual).Select(item => $"listed and not found: {item}")));
    }
}
