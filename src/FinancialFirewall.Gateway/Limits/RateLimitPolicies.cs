namespace FinancialFirewall.Gateway.Limits;

/// <summary>The names of the limits on how many requests are answered at once.</summary>
internal static class RateLimitPolicies
{
    /// <summary>Requests about single payments.</summary>
    public const string Requests = "requests";

    /// <summary>Batches.</summary>
    public const string Batches = "batches";
}
