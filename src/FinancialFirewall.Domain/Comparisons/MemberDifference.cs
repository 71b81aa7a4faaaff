using System.Text.Json;

namespace FinancialFirewall.Domain.Comparisons;

/// <summary>One member that is not the same.</summary>
/// <param name="Pointer">
/// Where it stands in its element, as a JSON pointer. Of an array whose items have names it is an item's place: in the later policy, or, where it was removed, in the
/// earlier one.
/// </param>
/// <param name="Before">Its value in the earlier policy; null where it had none. A secret is a mask.</param>
/// <param name="After">Its value in the later policy; null where it has none. A secret is a mask.</param>
public sealed record MemberDifference(string Pointer, JsonElement? Before, JsonElement? After);
