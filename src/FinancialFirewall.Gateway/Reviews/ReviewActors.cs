using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Reviews;

/// <summary>Names of actors in questions about the queue.</summary>
internal static class ReviewActors
{
    /// <summary>Whom a question means: <c>me</c> is who asks, <c>none</c> is nobody (empty), <c>any</c> whoever has it; null where it says nothing.</summary>
    public static string? Read(string? name) => name switch { null => null, "none" => "", "any" => ReviewQuery.Somebody, "me" => TenantReviews.CurrentActor, _ => name };
}
