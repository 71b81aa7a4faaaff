using System.Globalization;

namespace FinancialFirewall.Storage.Replication;

/// <summary>What one rewind put aside: what a leader recorded and its successor never got.</summary>
/// <param name="Name">The name of its directory under <c>aside/</c>.</param>
/// <param name="Term">The term in which it was recorded.</param>
/// <param name="Commit">The last commit of the journal that both have; <see langword="null"/> where the whole data directory was put aside.</param>
public sealed record AsideTail(string Name, uint Term, long? Commit)
{
    private const string Start = "term-";
    private const string Whole = "all";

    /// <summary>The path in the data directory.</summary>
    public string Path => $"{SiteRewind.DirectoryName}/{Name}";

    /// <summary>The name of what is put aside.</summary>
    internal static string NameOf(uint term, long? commit)
        => string.Create(CultureInfo.InvariantCulture, $"{Start}{term}-{(commit is { } known ? known.ToString(CultureInfo.InvariantCulture) : Whole)}");

    /// <summary>Reads what <see cref="NameOf"/> wrote; <see langword="null"/> for any other name.</summary>
    internal static AsideTail? TryParse(string name)
    {
        var isNamed = name.StartsWith(Start, StringComparison.Ordinal) && name[Start.Length..].Split('-') is [var term, var place]
            && uint.TryParse(term, NumberStyles.None, CultureInfo.InvariantCulture, out _) && (place is Whole || long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        if (!isNamed)
        {
            return null;
        }

        var words = name[Start.Length..].Split('-');
        return new AsideTail(
            name, uint.Parse(words[0], CultureInfo.InvariantCulture), words[1] is Whole ? null : long.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
