using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Schemas;

/// <summary>Writes schemas in the schema definition language, without what the specification brings and without directives of their own.</summary>
public static class SchemaPrinter
{
    private const string Indentation = "  ";
    private const string DefaultReason = "No longer supported";

    /// <summary>The schema as a file, without a line break at its end.</summary>
    public static string Print(Schema schema)
    {
        var parts = new List<string?> { Root(schema) };
        parts.AddRange(schema.Directives.Where(directive => !directive.IsBuiltIn).Select(Print));
        parts.AddRange(schema.Types.Where(type => !type.IsIntrospection && type is not ScalarType { IsBuiltIn: true }).Select(Print));
        return string.Join("\n\n", parts.OfType<string>());
    }

    /// <summary>One type.</summary>
    public static string Print(NamedType type) => Description(type.Description) + type switch
    {
        ScalarType scalar => $"scalar {type.Name}{(scalar.SpecifiedByUrl is { } url ? $" @specifiedBy(url: {SyntaxPrinter.Quote(url)})" : "")}",
        FieldsType fields => $"{(type is ObjectType ? "type" : "interface")} {type.Name}{Interfaces(fields)}{Block(fields.Fields.Select(Print))}",
        UnionType union => $"union {type.Name}{(union.Members.Count == 0 ? "" : $" = {string.Join(" | ", union.Members)}")}",
        EnumType words => $"enum {type.Name}{Block(words.Values.Select(Print))}",
        InputObjectType input => $"input {type.Name}{(input.IsOneOf ? " @oneOf" : "")}{Block(input.Fields.Select(Print))}",
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no named type."),
    };

    private static string? Root(Schema schema)
    {
        var usual = ReferenceEquals(schema.Roots[0], schema.Type("Query"))
            && ReferenceEquals(schema.Roots[1], schema.Type("Mutation"))
            && ReferenceEquals(schema.Roots[2], schema.Type("Subscription"));
        if (usual && schema.Description is null)
        {
            return null;
        }

        var lines = Enum.GetValues<OperationKind>()
            .Where(kind => schema.Roots[(int)kind] is not null)
            .Select(kind => $"{Indentation}{OperationSyntax.Keyword(kind)}: {schema.Roots[(int)kind]}\n");
        return $"{Description(schema.Description)}schema {{\n{string.Concat(lines)}}}";
    }

    private static string Print(DirectiveType directive)
        => $"{Description(directive.Description)}directive {directive}{Arguments(directive.Arguments, "")}{(directive.IsRepeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static string Print(FieldDefinition field, int index)
        => Description(field.Description, Indentation, index)
            + $"{Indentation}{field.Name}{Arguments(field.Arguments, Indentation)}: {field.Type}{Deprecated(field.DeprecationReason)}";

    private static string Print(EnumValueDefinition value, int index)
        => $"{Description(value.Description, Indentation, index)}{Indentation}{value.Name}{Deprecated(value.DeprecationReason)}";

    private static string Print(InputValueDefinition field, int index)
        => $"{Description(field.Description, Indentation, index)}{Indentation}{Input(field)}";

    private static string Input(InputValueDefinition input)
        => $"{input.Name}: {input.Type}{(input.Default is null ? "" : $" = {input.Default}")}{Deprecated(input.DeprecationReason)}";

    private static string Interfaces(FieldsType type)
        => type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static string Arguments(IReadOnlyList<InputValueDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return "";
        }

        if (arguments.All(argument => argument.Description is null))
        {
            return $"({string.Join(", ", arguments.Select(Input))})";
        }

        var lines = arguments.Select((argument, index)
            => $"{Description(argument.Description, Indentation + indentation, index)}{Indentation}{indentation}{Input(argument)}");
        return $"(\n{string.Join('\n', lines)}\n{indentation})";
    }

    private static string Block(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return text.Length == 0 ? "" : $" {{\n{text}\n}}";
    }

    private static string Deprecated(string? reason) => reason switch
    {
        null => "",
        DefaultReason => " @deprecated",
        _ => $" @deprecated(reason: {SyntaxPrinter.Quote(reason)})",
    };

    private static string Description(string? text, string indentation = "", int index = 0)
    {
        if (text is null)
        {
            return "";
        }

        var quoted = BlockString.CanHold(text) ? BlockString.Print(text) : SyntaxPrinter.Quote(text);
        var gap = indentation.Length > 0 && index > 0 ? "\n" : "";
        return $"{gap}{indentation}{quoted.Replace("\n", $"\n{indentation}", StringComparison.Ordinal)}\n";
    }
}
