namespace FinancialFirewall.Domain.Expressions;

/// <summary>How two values make a third.</summary>
public enum ArithmeticOperator : byte
{
    /// <summary><c>+</c></summary>
    Add = 1,

    /// <summary><c>-</c></summary>
    Subtract = 2,

    /// <summary><c>*</c></summary>
    Multiply = 3,

    /// <summary><c>/</c>, rounded to 28 digits where it does not divide.</summary>
    Divide = 4,

    /// <summary><c>%</c>, the remainder, with the sign of the left side.</summary>
    Remainder = 5,
}
