namespace FinancialFirewall.Domain.Configurations;

/// <summary>One <c>condition_*</c> member of a criterion.</summary>
/// <param name="Name">The member's whole name, beginning with <c>condition_</c>.</param>
/// <param name="Expression">The condition, as written.</param>
public sealed record CriterionCondition(string Name, string Expression);
