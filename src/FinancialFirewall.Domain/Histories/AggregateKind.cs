namespace FinancialFirewall.Domain.Histories;

/// <summary>What an <see cref="AggregateValue"/> holds. The numbers are kept on disk and never change.</summary>
public enum AggregateKind : byte
{
    /// <summary>There is nothing to compute it from: a comparison with it is false.</summary>
    Absent = 0,

    /// <summary>A number.</summary>
    Number = 1,

    /// <summary>A text.</summary>
    Text = 2,

    /// <summary>It cannot be evaluated (overflow, or the history outgrew its limit), which is never a silent "no match".</summary>
    Unknown = 3,
}
