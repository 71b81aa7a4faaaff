using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Gateway.GraphPolicies;
using FinancialFirewall.Grains.Drafts;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphDrafts;

/// <summary>The fields of a draft.</summary>
internal static class DraftType
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map) => map.Type<PolicyDraft>("Draft", static type => type
        .Field("id", static draft => draft.Id)
        .Field("name", static draft => draft.Name)
        .Field("comment", static draft => draft.Comment)
        .Field("status", static draft => draft.Status)
        .Field("baseVersion", static draft => draft.BaseVersion)
        .Field("tag", static draft => draft.Tag)
        .Field("createdAt", static draft => draft.CreatedAt)
        .Field("changedAt", static draft => draft.ChangedAt)
        .Field("authors", static draft => draft.Authors)
        .Field("rejecter", static draft => draft.Rejecter)
        .Field("rejection", static draft => draft.Rejection)
        .Field("document", static draft => VersionTypes.DocumentOf(PolicyDocumentReader.Read(draft.Document.Span).Value)));
}
