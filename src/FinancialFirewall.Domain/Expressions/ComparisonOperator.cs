namespace FinancialFirewall.Domain.Expressions;

/// <summary>How two values are compared.</summary>
public enum ComparisonOperator : byte
{
    /// <summary><c>==</c></summary>
    Equal = 1,

    /// <summary><c>!=</c></summary>
    NotEqual = 2,

    /// <summary><c>&lt;</c></summary>
    Less = 3,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual = 4,

    /// <summary><c>&gt;</c></summary>
    Greater = 5,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual = 6,
}
