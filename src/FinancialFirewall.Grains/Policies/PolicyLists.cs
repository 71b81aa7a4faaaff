using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Policies;

/// <summary>The lists of a policy that is to follow another one.</summary>
internal static class PolicyLists
{
    /// <summary>Leaves in its lists what is in them, where a file says nothing about it.</summary>
    /// <returns>The document; or an error where a list that is not empty would watch another member.</returns>
    public static Result<PolicyDocument> Inherit(PolicyDocument document, PolicyDocument? present)
    {
        if (present is null || !document.Lists.Any(static list => list.LeavesContent))
        {
            return document;
        }

        var errors = new List<Error>();
        var lists = document.Lists.Select(list => Inherit(list, present.Lists.FirstOrDefault(other => HasSameName(list, other)), errors)).ToList();
        return errors.Count == 0 ? document with { Lists = lists } : Result.Failure<PolicyDocument>(errors);
    }

    /// <summary>Whether two documents differ in nothing but the hashes of what their lists hold.</summary>
    public static bool DifferInContentsAlone(CompiledPolicy present, CompiledPolicy next)
    {
        if (!present.SharesProgramWith(next))
        {
            return false;
        }

        for (var i = 0; i < next.Document.Lists.Count; i++)
        {
            if (next.Document.Lists[i].Content is null && (present.Document.Lists[i].Content is not null || !next.Document.Lists[i].Entries.SequenceEqual(present.Document.Lists[i].Entries)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The hashes of what the lists of a document hold, by their names, where it is kept beside the document.</summary>
    public static IReadOnlyDictionary<string, string> ContentsOf(PolicyDocument document)
        => document.Lists.Where(static list => list.Content is not null).ToDictionary(static list => list.Name, static list => list.Content!, StringComparer.Ordinal);

    private static bool HasSameName(ListDefinition list, ListDefinition other) => string.Equals(list.Name, other.Name, StringComparison.Ordinal);

    private static ListDefinition Inherit(ListDefinition list, ListDefinition? present, List<Error> errors)
    {
        if (!list.LeavesContent || present is null || (present.Content is null && present.Entries.Count == 0))
        {
            return list;
        }

        if (present.Member != list.Member)
        {
            errors.Add(new Error(
                ErrorKind.Invalid, "LIST_MEMBER_CHANGED", $"/lists/{list.Name}/member", "",
                $"The list '{list.Name}' has entries that stand for another member; state its entries too, which may be an empty list."));
        }

        return list with { Entries = present.Entries, Content = present.Content, LeavesContent = false };
    }
}
