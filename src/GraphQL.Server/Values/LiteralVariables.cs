using System.Text.Json;
using GraphQL.Server.Language;

namespace GraphQL.Server.Values;

/// <summary>Puts what was sent for variables into the literals of scalars, which know no variables.</summary>
internal static class LiteralVariables
{
    public static ValueSyntax Replace(ValueSyntax value, VariableValues variables) => value switch
    {
        VariableSyntax variable => variables.Json(variable.Name.Value) is { } json ? ToLiteral(json, value.Start) : new NullSyntax { Start = value.Start },
        ListSyntax list => new ListSyntax { Start = list.Start, Values = [.. list.Values.Select(item => Replace(item, variables))] },
        ObjectSyntax fields => new ObjectSyntax
        {
            Start = fields.Start,
            Fields = [.. fields.Fields.Select(field => new ObjectFieldSyntax { Start = field.Start, Name = field.Name, Value = Replace(field.Value, variables) })],
        },
        _ => value,
    };

    private static ValueSyntax ToLiteral(JsonElement json, int start) => json.ValueKind switch
    {
        JsonValueKind.String => new StringSyntax { Start = start, Value = json.GetString()! },
        JsonValueKind.True or JsonValueKind.False => new BooleanSyntax { Start = start, Value = json.GetBoolean() },
        JsonValueKind.Number => json.GetRawText().AsSpan().IndexOfAny(".eE") < 0
            ? new IntSyntax { Start = start, Text = json.GetRawText() }
            : new FloatSyntax { Start = start, Text = json.GetRawText() },
        JsonValueKind.Array => new ListSyntax { Start = start, Values = [.. json.EnumerateArray().Select(item => ToLiteral(item, start))] },
        JsonValueKind.Object => new ObjectSyntax
        {
            Start = start,
            Fields = [.. json.EnumerateObject().Select(member
                => new ObjectFieldSyntax { Start = start, Name = new Name(member.Name, start), Value = ToLiteral(member.Value, start) })],
        },
        _ => new NullSyntax { Start = start },
    };
}
