using System.Text;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>What the clock or the calendar of a place says of a time: <c>hour(initiatedAt, "Europe/Berlin")</c>. Absent when the time is absent.</summary>
public sealed record CalendarExpression : Expression
{
    internal CalendarExpression(CalendarFunction function, Expression operand, ZoneRules zone)
        : base(function == CalendarFunction.Hour ? ValueType.Number : ValueType.Text, operand.Depth)
    {
        Function = function;
        Operand = operand;
        Zone = zone;
    }

    /// <summary>What is asked.</summary>
    public CalendarFunction Function { get; }

    /// <summary>The time.</summary>
    public Expression Operand { get; }

    /// <summary>The place's clock.</summary>
    public ZoneRules Zone { get; }

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text)
    {
        text.Append(Function == CalendarFunction.Hour ? "hour(" : "weekday(");
        Operand.Write(text);
        text.Append(", ");
        Printing.Quote(text, Zone.Id);
        text.Append(')');
    }
}
