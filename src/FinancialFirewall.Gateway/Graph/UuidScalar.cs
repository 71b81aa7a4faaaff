using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>UUIDs: resolvers get a <see cref="Guid"/>, and give one or its text.</summary>
internal sealed class UuidScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        var isId = Guid.TryParseExact(input.Text, "D", out var id) && input.Kind == ScalarInputKind.String;
        value = isId ? id : null;
        return isId ? null : $"UUID cannot represent {input.Describe()}: state 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.";
    }

    public override string? Write(object value, out object? written)
    {
        written = value switch { Guid id => id.ToString("D"), string text => text, _ => null };
        return written is null ? $"UUID cannot represent a {value.GetType().Name}." : null;
    }
}
