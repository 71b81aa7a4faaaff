using System.Runtime.InteropServices;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>A text while a condition is evaluated.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextValue(ValueState State, ReadOnlyMemory<byte> Utf8)
{
    public static TextValue Absent => new(ValueState.Absent, default);

    public static TextValue Unknown => new(ValueState.Unknown, default);

    public static TextValue Of(ReadOnlyMemory<byte> utf8) => new(ValueState.Present, utf8);

    public static Truth AreEqual(TextValue left, TextValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Of(left.Utf8.Span.SequenceEqual(right.Utf8.Span));

    public static Truth Differ(TextValue left, TextValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Of(!left.Utf8.Span.SequenceEqual(right.Utf8.Span));

    public static Truth StartsWith(TextValue left, TextValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Of(left.Utf8.Span.StartsWith(right.Utf8.Span));

    public static Truth Contains(TextValue left, TextValue right)
        => ValueStates.Both(left.State, right.State) is var state and not ValueState.Present
            ? ValueStates.Missing(state)
            : ValueStates.Of(left.Utf8.Span.IndexOf(right.Utf8.Span) >= 0);

    public static Truth IsAmong(TextValue value, TextSet set)
        => value.State == ValueState.Present ? ValueStates.Of(set.Contains(value.Utf8.Span)) : ValueStates.Missing(value.State);

    public static Truth IsAmong(TextValue value, AddressSet set)
        => value.State == ValueState.Present ? ValueStates.Of(set.Contains(value.Utf8.Span)) : ValueStates.Missing(value.State);
}
