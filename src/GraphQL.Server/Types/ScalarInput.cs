using System.Text.Json;
using GraphQL.Server.Language;

namespace GraphQL.Server.Types;

/// <summary>A value that a client sent for a scalar: a literal of the document, or a variable's JSON.</summary>
public readonly struct ScalarInput
{
    private readonly ValueSyntax? literal;
    private readonly JsonElement json;

    internal ScalarInput(ValueSyntax literal)
    {
        this.literal = literal;
        (Kind, Text) = literal switch
        {
            StringSyntax text => (ScalarInputKind.String, text.Value),
            IntSyntax number => (ScalarInputKind.Int, number.Text),
            FloatSyntax number => (ScalarInputKind.Float, number.Text),
            BooleanSyntax boolean => (ScalarInputKind.Boolean, boolean.Value ? "true" : "false"),
            EnumSyntax word => (ScalarInputKind.Enum, word.Value),
            ListSyntax => (ScalarInputKind.List, ""),
            _ => (ScalarInputKind.Object, ""),
        };
    }

    internal ScalarInput(JsonElement json)
    {
        this.json = json;
        (Kind, Text) = json.ValueKind switch
        {
            JsonValueKind.String => (ScalarInputKind.String, json.GetString()!),
            JsonValueKind.Number => OfNumber(json.GetRawText()),
            JsonValueKind.True => (ScalarInputKind.Boolean, "true"),
            JsonValueKind.False => (ScalarInputKind.Boolean, "false"),
            JsonValueKind.Array => (ScalarInputKind.List, ""),
            _ => (ScalarInputKind.Object, ""),
        };
    }

    /// <summary>What kind of value it is.</summary>
    public ScalarInputKind Kind { get; }

    /// <summary>The text of a string, a number, a boolean or a word; empty for lists and objects.</summary>
    public string Text { get; }

    /// <summary>Whether it stands in the document, where numbers keep the form they are written in.</summary>
    public bool IsLiteral => literal is not null;

    /// <summary>As messages show it.</summary>
    public string Describe() => literal is null ? JsonText.Describe(json) : SyntaxPrinter.Print(literal);

    /// <summary>As a plain object: <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, a list or a dictionary of them, or null.</summary>
    public object? ToObject() => literal is null ? JsonText.ToObject(json) : Literals.ToObject(literal);

    /// <summary>As JSON, with numbers in the form in which they were sent.</summary>
    public string ToJson() => literal is null ? json.GetRawText() : LiteralJson.Write(literal);

    private static (ScalarInputKind Kind, string Text) OfNumber(string text)
        => (text.AsSpan().IndexOfAny(".eE") < 0 ? ScalarInputKind.Int : ScalarInputKind.Float, text);
}
