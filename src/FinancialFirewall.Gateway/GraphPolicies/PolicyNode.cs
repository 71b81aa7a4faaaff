using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Lists;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>A published policy and what is in it.</summary>
/// <param name="Published">What was published.</param>
/// <param name="Policy">The same as it decides.</param>
internal sealed record PolicyNode(PublishedPolicy Published, CompiledPolicy Policy)
{
    /// <summary>What it says.</summary>
    public PolicyDocument Document => Policy.Document;

    /// <summary>Its lists with what they hold.</summary>
    public IEnumerable<ListView> Lists => Enumerable.Range(0, Document.Lists.Count).Select(index => new ListView(Policy, index));
}
