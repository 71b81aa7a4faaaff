using System.Text.Json;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.Graph;

/// <summary>Any JSON: resolvers get a <see cref="JsonInput"/>, and give a <see cref="JsonElement"/>.</summary>
internal sealed class JsonScalar : ScalarCoercion
{
    public override string? Read(in ScalarInput input, out object? value)
    {
        value = new JsonInput(input.ToJson());
        return null;
    }

    public override string? Write(object value, out object? written)
    {
        written = value as JsonElement?;
        return written is null ? $"JSON cannot represent a {value.GetType().Name}." : null;
    }
}
