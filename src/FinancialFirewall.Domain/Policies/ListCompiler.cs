using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Finds or prepares what the lists of a policy hold.</summary>
/// <param name="contents">Contents that are kept beside the policy, by their hash.</param>
/// <param name="previous">A version before, whose lists serve where they hold the same; null for none.</param>
internal sealed class ListCompiler(IReadOnlyDictionary<string, ListContent> contents, CompiledPolicy? previous)
{
    /// <summary>The lists, in the order of the document; a list whose contents are not there is an error.</summary>
    public ListMatcher[] Compile(PolicyDocument document, DocumentErrors errors)
    {
        var lists = new ListMatcher[document.Lists.Count];
        for (var i = 0; i < lists.Length; i++)
        {
            var list = document.Lists[i];
            lists[i] = list.Content is null ? FindSame(list) ?? new CompiledList(list)
                : contents.TryGetValue(list.Content, out var content) && content.Member == list.Member ? content
                : Missing(list, errors);
        }

        return lists;
    }

    private static ListContent Missing(ListDefinition list, DocumentErrors errors)
    {
        errors.Add(
            "LIST_CONTENT_UNKNOWN", JsonPointer.Member(JsonPointer.Member("/lists", list.Name), "content"), list.Content ?? "",
            $"The tenant has never had a list with these contents that watches what '{list.Name}' does; state the entries themselves.");
        return ListContent.Empty(list.Member);
    }

    private ListMatcher? FindSame(ListDefinition list)
    {
        for (var i = 0; i < (previous?.Document.Lists.Count ?? 0); i++)
        {
            if (previous!.Document.Lists[i] is { Content: null } other && other.Member == list.Member
                && string.Equals(other.Name, list.Name, StringComparison.Ordinal) && other.Entries.SequenceEqual(list.Entries))
            {
                return previous.ListAt(i);
            }
        }

        return null;
    }
}
