using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Names of actors in questions about the queue.</summary>
internal static class ReviewActors
{
    /// <summary>Whom a question means: <c>me</c> is who asks, <c>none</c> is nobody (empty); null where it says nothing.</summary>
    public static string? Read(string? name) => name switch { null => null, "none" => "", "me" => TenantReviews.CurrentActor, _ => name };
}
