namespace FinancialFirewall.Domain.Expressions;

/// <summary>Whether there is a value.</summary>
internal enum ValueState : byte
{
    /// <summary>There is.</summary>
    Present,

    /// <summary>Nothing was sent: a comparison with it is false. Stronger than Unknown, for whatever the other side is, the comparison stays false.</summary>
    Absent,

    /// <summary>It cannot be evaluated: a comparison with it is unknown.</summary>
    Unknown,
}
