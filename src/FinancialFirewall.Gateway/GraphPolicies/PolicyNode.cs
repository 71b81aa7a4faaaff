using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Gateway.GraphPolicies;

/// <summary>A published policy and what is in it.</summary>
internal sealed record PolicyNode(PublishedPolicy Published, PolicyDocument Document);
