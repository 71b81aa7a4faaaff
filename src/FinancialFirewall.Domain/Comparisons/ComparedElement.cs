using System.Text.Json;
using FinancialFirewall.Domain.Configurations;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>An element of a policy as it is compared.</summary>
/// <param name="Section">Which part of the policy it is in.</param>
/// <param name="Key">What it is known by in both policies.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Json">Its members as a caller sees them.</param>
/// <param name="Secrets">What stands behind its masks, by place; told to nobody.</param>
internal sealed record ComparedElement(PolicySection Section, string Key, string Name, JsonElement Json, IReadOnlyDictionary<string, Secret> Secrets);
