using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>A draft is there until it is published or discarded, and gone in the same moment in which its version is there: never both, and never neither.</summary>
internal static class DraftCheck
{
    public static void Check(Evidence evidence)
    {
        var documents = evidence.Policies.Values.Select(static policy => Encoding.UTF8.GetString(PolicyDocumentWriter.Write(policy.Document))).ToList();
        foreach (var draft in evidence.History.Drafts.Where(draft => draft.Tenant == evidence.Tenant))
        {
            var isPublished = documents.Exists(document => document.Contains($"\"{draft.Marker}\"", StringComparison.Ordinal));
            Check(draft, evidence.Drafts.Contains(draft.Id), isPublished);
        }
    }

    private static void Check(DraftWork draft, bool isThere, bool isPublished)
    {
        var problem = (isThere, isPublished) switch
        {
            (true, true) => "is there although it was published",
            (true, false) when draft.Publication?.AnsweredAt is not null => "was said to be published and is there",
            (true, false) when draft.IsDiscarded => "was said to be discarded and is there",
            (false, false) when !draft.IsDiscardAsked => "is gone and was not published",
            (false, true) when draft.Publication is null => "is in force and nobody published it",
            _ => null,
        };
        if (problem is not null)
        {
            throw new Violation("drafts", $"draft {draft.Id} with {draft.Marker} {problem}");
        }
    }
}
