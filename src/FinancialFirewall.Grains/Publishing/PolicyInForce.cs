using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Grains.Publishing;

/// <summary>The policy that decides now, as data.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Document">What it says.</param>
internal sealed record PolicyInForce(int Version, PolicyDocument Document);
