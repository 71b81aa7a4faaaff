namespace FinancialFirewall.Domain.Expressions;

/// <summary>The types of the expression language.</summary>
public enum ValueType : byte
{
    /// <summary>An exact decimal number.</summary>
    Number = 1,

    /// <summary>A text; texts are equal when their UTF-8 bytes are.</summary>
    Text = 2,

    /// <summary>A truth value: what a condition gives.</summary>
    Truth = 3,

    /// <summary>A point in time.</summary>
    Time = 4,

    /// <summary>A length of time; negative where something lies ahead.</summary>
    Duration = 5,

    /// <summary>A list, written out or named.</summary>
    List = 6,
}
