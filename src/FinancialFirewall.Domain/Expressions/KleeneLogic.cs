namespace FinancialFirewall.Domain.Expressions;

/// <summary>What compiled conditions call for the logic of three values.</summary>
internal static class KleeneLogic
{
    public static Truth Not(Truth truth) => truth switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    /// <summary>Whether there is a value, known or not.</summary>
    public static Truth IsPresent(WholeValue value) => ValueStates.Of(value.State != ValueState.Absent);
}
