using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>Merges lists: what a list does, and apart from that what it holds, which people change all day long.</summary>
internal static class MergedLists
{
    private static MergedSection<ListDefinition> Definitions { get; } = new(
        PolicySection.Lists, static one => one.Name, static one => one.Name, static one => Write(one));

    /// <summary>The lists with the changes of both.</summary>
    public static IReadOnlyList<ListDefinition> Merge(
        IReadOnlyList<ListDefinition> baseline, IReadOnlyList<ListDefinition> mine, IReadOnlyList<ListDefinition> theirs, DocumentErrors errors)
        => TakeContents(Definitions.Merge(Bare(baseline), Bare(mine), Bare(theirs), errors), baseline, mine, theirs, errors);

    /// <summary>Lists with the contents that follow from what both have made of those at the beginning.</summary>
    public static IReadOnlyList<ListDefinition> TakeContents(
        IReadOnlyList<ListDefinition> lists, IReadOnlyList<ListDefinition> baseline, IReadOnlyList<ListDefinition> mine, IReadOnlyList<ListDefinition> theirs,
        DocumentErrors errors)
        =>
        [
            .. lists.Select(list => Choose(Find(baseline, list), Find(mine, list), Find(theirs, list), errors) is { } source
                ? list with { Entries = source.Entries, Content = source.Content }
                : list),
        ];

    /// <summary>
    /// The lists as they are in <paramref name="then"/>, but for those that were made of <paramref name="baseline"/>'s into others, and for what those hold that were filled otherwise.
    /// A list that was not there then holds nothing: conditions may name it.
    /// </summary>
    public static IReadOnlyList<ListDefinition> Follow(IReadOnlyList<ListDefinition> baseline, IReadOnlyList<ListDefinition> mine, IReadOnlyList<ListDefinition> then)
    {
        var followed = Definitions.Follow(Bare(baseline), Bare(mine), Bare(then));
        var missing = Bare([.. mine.Where(list => Find(followed, list) is null)]);
        return [.. followed.Concat(missing).Select(list => Hold(list, Find(baseline, list), Find(mine, list), Find(then, list)))];
    }

    private static ListDefinition Hold(ListDefinition list, ListDefinition? before, ListDefinition? mine, ListDefinition? then)
    {
        var isLeft = before is not null && mine is not null && HoldSame(before, mine);
        var source = mine is null || isLeft ? then : mine;
        return source is not null && source.Member == list.Member ? list with { Entries = source.Entries, Content = source.Content } : list;
    }

    /// <summary>The list whose contents count; null where both have changed them.</summary>
    private static ListDefinition? Choose(ListDefinition? before, ListDefinition? mine, ListDefinition? theirs, DocumentErrors errors)
    {
        if (mine is null || theirs is null)
        {
            return mine ?? theirs;
        }

        if (HoldSame(mine, theirs) || (before is not null && HoldSame(before, mine)))
        {
            return theirs;
        }

        if (before is not null && HoldSame(before, theirs))
        {
            return mine;
        }

        errors.Add(new Error(
            ErrorKind.Conflict,
            "CHANGED_BY_BOTH",
            JsonPointer.Member("/lists", mine.Name),
            mine.Name,
            $"What the list '{mine.Name}' holds was changed here and in the version in force: leave it here as it is there, and change its entries themselves."));
        return null;
    }

    private static bool HoldSame(ListDefinition left, ListDefinition right)
        => string.Equals(left.Content, right.Content, StringComparison.Ordinal) && left.Entries.SequenceEqual(right.Entries);

    private static IReadOnlyList<ListDefinition> Bare(IReadOnlyList<ListDefinition> lists) => [.. lists.Select(static list => list with { Entries = [], Content = null })];

    private static ListDefinition? Find(IReadOnlyList<ListDefinition> lists, ListDefinition wanted)
        => lists.FirstOrDefault(list => string.Equals(list.Name, wanted.Name, StringComparison.Ordinal));

    private static byte[] Write(ListDefinition list) => DocumentWriter.Write(DocumentForm.File, writer =>
    {
        writer.Json.WriteStartObject();
        ListDocument.Write(writer, list);
        writer.Json.WriteEndObject();
    });
}
