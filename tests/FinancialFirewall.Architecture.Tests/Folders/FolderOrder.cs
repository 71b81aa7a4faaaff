using System.Text.RegularExpressions;

namespace FinancialFirewall.Architecture.Tests.Folders;

/// <summary>The order of a project's folders as a page draws it: a table below the project's name, highest first, those side by side in one row.</summary>
internal sealed partial class FolderOrder
{
    private readonly Dictionary<string, int> places;

    private FolderOrder(Dictionary<string, int> places) => this.places = places;

    /// <summary>Reads the table below the heading that names a project. A project without one has no places.</summary>
    public static FolderOrder Read(IEnumerable<string> page, string project)
    {
        var section = page.SkipWhile(line => !line.StartsWith($"### `{project}`", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'));
        var rows = section
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany((row, number) => FolderName().Matches(row.Split('|')[1]).Select(name => (Folder: name.Groups["name"].Value, number)));
        return new FolderOrder(rows.ToDictionary(place => place.Folder, place => place.number, StringComparer.Ordinal));
    }

    /// <summary>Arrows that do not point to a row further down, and folders that only the table or only the code has.</summary>
    public IEnumerable<string> Complaints(IReadOnlyCollection<string> folders, IEnumerable<FolderArrow> arrows)
        => arrows.Where(PointsUp).Select(arrow => $"{arrow}")
            .Concat(folders.Except(places.Keys, StringComparer.Ordinal).Select(folder => $"{folder} is not in the table"))
            .Concat(places.Keys.Except(folders, StringComparer.Ordinal).Select(folder => $"{folder} is in the table alone"));

    private bool PointsUp(FolderArrow arrow)
        => places.TryGetValue(arrow.From, out var from) && places.TryGetValue(arrow.To, out var to) && to <= from;

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FolderName();
}
