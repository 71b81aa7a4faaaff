using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Times of RFC 3339: resolvers get an <see cref="Instant"/>, and give one or its text.</summary>
internal sealed class DateTimeScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        var isTime = Rfc3339.TryParse(Encoding.UTF8.GetBytes(input.Text), out var time) && input.Kind == ScalarInputKind.String;
        value = isTime ? time : null;
        return isTime ? null : $"DateTime cannot represent {input.Describe()}: state a time of RFC 3339 such as \"2026-03-02T12:00:00Z\".";
    }

    public override string? Write(object value, out object? written)
    {
        written = value switch { Instant time => time.ToString(), string text => text, _ => null };
        return written is null ? $"DateTime cannot represent a {value.GetType().Name}." : null;
    }
}
