using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>
/// A value that a condition saw, under the name that the condition gives it. Numbers and truths keep their JSON types; times are RFC 3339, durations
/// as the language spells them, in whole seconds. What is absent is null, and what cannot be evaluated says so.
/// </summary>
/// <param name="Name">The name, such as <c>amount</c> or <c>count(payments, 24h)</c>.</param>
/// <param name="Value">A <see cref="decimal"/>, <see cref="bool"/> or <see cref="string"/>; null where it is absent.</param>
internal sealed record ObservedValue(string Name, object? Value)
{
    /// <summary>What stands for a value that cannot be evaluated.</summary>
    public const string Unknown = "cannot be evaluated";

    /// <summary>Whether it cannot be evaluated.</summary>
    public bool IsUnknown => ReferenceEquals(Value, Unknown);

    /// <summary>Reads the value of a leaf.</summary>
    public static ObservedValue Of(NamedLeaf leaf, EvaluationFrame frame, CompiledPolicy policy) => new(leaf.Name, leaf.Leaf switch
    {
        MemberExpression member => ValueOf(member, frame, policy),
        VariableExpression variable => ValueOf(variable.Variable, frame),
        AggregateExpression aggregate => ValueOf(aggregate, frame, policy),
        _ => throw new ArgumentException($"{leaf} is no leaf.", nameof(leaf)),
    });

    /// <summary>Writes the value under its name.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WritePropertyName(Name);
        switch (Value)
        {
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue((string?)Value);
                break;
        }
    }

    /// <summary>As a sentence shows it: <c>amount 12000.00</c>.</summary>
    public override string ToString() => Value switch
    {
        null => $"{Name} absent",
        bool truth => $"{Name} {(truth ? "true" : "false")}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Name} {Value}"),
    };

    private static object? ValueOf(MemberExpression member, EvaluationFrame frame, CompiledPolicy policy) => AggregateTypes.FormOf(member) switch
    {
        ArgumentForm.BaseAmount => Number(FrameReading.BaseAmount(frame, policy.BaseCurrency.Exponent)),
        ArgumentForm.OriginalAmount => Number(FrameReading.OriginalAmount(frame)),
        ArgumentForm.Degrees => Number(FrameReading.Degrees(frame, member.Member)),
        ArgumentForm.Currency => Text(FrameReading.Currency(frame)),
        ArgumentForm.Kind => Text(FrameReading.Kind(frame)),
        ArgumentForm.Source => Text(FrameReading.Source(frame)),
        ArgumentForm.Truth => Truth(FrameReading.CardPresent(frame)),
        ArgumentForm.Time => Moment(FrameReading.Time(frame, member.Member)),
        _ => Text(FrameReading.Text(frame, member.Member)),
    };

    private static object? ValueOf(PaymentVariable variable, EvaluationFrame frame) => variable switch
    {
        PaymentVariable.RiskScore => Number(FrameReading.RiskScore(frame)),
        PaymentVariable.AccountAge => Span(FrameReading.AccountAge(frame)),
        PaymentVariable.TenantAge => Span(FrameReading.TenantAge(frame)),
        PaymentVariable.DeviceIsNew => Truth(FrameReading.DeviceIsNew(frame)),
        _ => Moment(FrameReading.AssessedAt(frame)),
    };

    private static object? ValueOf(AggregateExpression aggregate, EvaluationFrame frame, CompiledPolicy policy)
    {
        var slot = policy.SlotOf(aggregate);
        if (frame.Aggregates[slot].Saturated)
        {
            return $"at least {AggregateValue.MaximumDistinct}";
        }

        return aggregate.Type switch
        {
            Expressions.ValueType.Number => Number(
                AggregateReading.Number(frame, slot, ScaledUnits.DecimalsOf(aggregate.Form, policy.BaseCurrency.Exponent))),
            Expressions.ValueType.Time => Moment(AggregateReading.Whole(frame, slot)),
            Expressions.ValueType.Truth => Truth(AggregateReading.Whole(frame, slot)),
            _ => Text(AggregateReading.Text(frame, slot, aggregate.Form)),
        };
    }

    private static object? Number(NumberValue value) => Known(value.State, value.Value);

    private static object? Text(TextValue value) => Known(value.State, Encoding.UTF8.GetString(value.Utf8.Span));

    private static object? Truth(WholeValue value) => Known(value.State, value.Value != 0);

    private static object? Moment(WholeValue value) => Known(value.State, new Instant(value.Value).ToString());

    private static object? Span(WholeValue value)
    {
        var text = new StringBuilder();
        Printing.Duration(text, value.Value / Instant.MicrosecondsPerSecond);
        return Known(value.State, text.ToString());
    }

    private static object? Known(ValueState state, object value) => state switch
    {
        ValueState.Present => value,
        ValueState.Absent => null,
        _ => Unknown,
    };
}
