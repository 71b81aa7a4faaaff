namespace FinancialFirewall.Domain.Policies;

/// <summary>Something in a policy that is allowed and surely not meant; it is published all the same.</summary>
/// <param name="Code">A stable name for programs, in UPPER_SNAKE_CASE, such as <c>CRITERION_NEVER_DECIDES</c>.</param>
/// <param name="Pointer">Where it stands in the policy's document, as a JSON pointer.</param>
/// <param name="Message">One sentence for people: what never happens, and why.</param>
public sealed record PolicyWarning(string Code, string Pointer, string Message);
