using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphPolicies;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphConfigurations;

/// <summary>The policy that somebody works on: a draft, or the one in force.</summary>
internal sealed class PolicyAtWork(PolicyPublisher publisher, PolicyNodes nodes, TenantDrafts drafts)
{
    /// <summary>The policy that the argument <c>draft</c> names: the one in force where it is absent, and one that says nothing where none was published yet.</summary>
    public async Task<Result<PolicyDocument>> FindAsync(GraphCall call)
    {
        if (call.Arguments.Get<Guid?>("draft") is { } draft)
        {
            var found = await drafts.FindAsync(call.Tenant, draft);
            return found.IsSuccess ? PolicyDocumentReader.Read(found.Value.Document.Span) : Result.Failure<PolicyDocument>(found.Errors);
        }

        var published = await publisher.GetPublishedAsync(call.Tenant, call.Cancellation);
        return published is null ? new PolicyDocument { BaseCurrency = "" } : (await nodes.OfAsync(call.Tenant, published)).Document;
    }
}
