using FinancialFirewall.Domain.Results;
using Orleans;

namespace FinancialFirewall.Grains.Tenants;

/// <summary>What can be changed about a tenant; null leaves a member as it is.</summary>
/// <param name="Name">What people call it: 1 to 100 characters.</param>
/// <param name="RetentionYears">How many years its records are kept, <see cref="TenantGrain.MinimumRetentionYears"/> to <see cref="TenantGrain.MaximumRetentionYears"/>.</param>
/// <param name="MaximumApiKeys">The most API keys that may be good at once, 1 to <see cref="TenantGrain.MaximumApiKeys"/>; the operator's to say.</param>
/// <param name="IsSecondFactorRequired">Whether everybody who signs in needs a second factor; who has none can do nothing else until it is set up.</param>
/// <param name="RequiresApproval">Whether a change of the policy takes a second person's approval.</param>
/// <param name="Reviews">How it reviews what waits for a person.</param>
[GenerateSerializer, Immutable, Alias("ff.TenantSettings")]
public sealed record TenantSettings(
    [property: Id(0)] string? Name = null,
    [property: Id(1)] int? RetentionYears = null,
    [property: Id(2)] int? MaximumApiKeys = null,
    [property: Id(3)] bool? IsSecondFactorRequired = null,
    [property: Id(4)] bool? RequiresApproval = null,
    [property: Id(5)] ReviewChange? Reviews = null)
{
    /// <summary>Every setting that is out of bounds.</summary>
    public static IReadOnlyList<Error> Check(TenantSettings settings) => TenantErrors.CheckSettings(settings);
}
