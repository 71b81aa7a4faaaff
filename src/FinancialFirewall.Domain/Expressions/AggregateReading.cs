using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What compiled conditions call to read a frame's aggregates.</summary>
internal static class AggregateReading
{
    public static ValueState State(EvaluationFrame frame, int slot) => frame.Aggregates[slot].Kind switch
    {
        AggregateKind.Absent => ValueState.Absent,
        AggregateKind.Unknown => ValueState.Unknown,
        _ => ValueState.Present,
    };

    public static Truth Has(EvaluationFrame frame, int slot) => frame.Aggregates[slot].Kind switch
    {
        AggregateKind.Absent => Truth.False,
        AggregateKind.Unknown => Truth.Unknown,
        _ => Truth.True,
    };

    public static NumberValue Number(EvaluationFrame frame, int slot, int decimals)
    {
        ref readonly var value = ref frame.Aggregates[slot];
        if (value.Kind != AggregateKind.Number)
        {
            return new(State(frame, slot), 0);
        }

        var numerator = ScaledUnits.ToDecimal(value.Numerator, decimals);
        return NumberValue.Of(value.Denominator == 1 ? numerator : numerator / value.Denominator);
    }

    public static WholeValue Whole(EvaluationFrame frame, int slot)
        => State(frame, slot) is var state and not ValueState.Present ? new(state, 0) : WholeValue.Of(frame.Aggregates[slot].Numerator);

    public static TextValue Text(EvaluationFrame frame, int slot, ArgumentForm form)
    {
        if (State(frame, slot) is var state and not ValueState.Present)
        {
            return new(state, default);
        }

        ref readonly var value = ref frame.Aggregates[slot];
        return form switch
        {
            ArgumentForm.Currency => TextValue.Of(frame.CurrencyOf(slot, value.Numerator)),
            ArgumentForm.Kind => EnumTexts.OfKind(value.Numerator),
            ArgumentForm.Source => EnumTexts.OfSource(value.Numerator),
            _ => TextValue.Of(value.Text),
        };
    }
}
