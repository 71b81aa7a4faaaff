namespace FinancialFirewall.Domain.Expressions;

/// <summary>What is asked of two texts beside equality.</summary>
public enum TextTest : byte
{
    /// <summary><c>a startsWith b</c></summary>
    StartsWith = 1,

    /// <summary><c>a contains b</c></summary>
    Contains = 2,

    /// <summary><c>containsIgnoreCase(a, "b")</c>; upper and lower case are matched character by character, in no language's special way.</summary>
    ContainsIgnoreCase = 3,
}
