using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL.Server.Types;

namespace GraphQL.Server.Tests.Reference;

/// <summary>Makes documents for a schema from a seed: most are nearly valid, since rules are told apart at their edges.</summary>
internal sealed class DocumentGenerator(Schema schema, int seed)
{
    private static readonly string[] Words = ["a", "b", "c", "id", "name", "nope"];

    private readonly Random random = new(seed);
    private readonly List<(string Name, GraphType Type, string? Default)> variables = [];
    private readonly List<string> fragments = [];
    private int mistakes;

    /// <summary>A question: a document with variables.</summary>
    public JsonObject Generate(string sdl)
    {
        mistakes = random.Next(3) == 0 ? random.Next(1, 4) : 0;
        var text = new StringBuilder();
        var count = random.Next(8) == 0 ? 2 : 1;
        var given = new JsonObject();
        for (var i = 0; i < count; i++)
        {
            text.Append(Operation(count > 1 ? $"Op{i}" : random.Next(2) == 0 ? "Op" : "", given)).Append('\n');
        }

        text.AppendJoin('\n', fragments);
        var document = random.Next(40) == 0 ? Break(text.ToString()) : text.ToString();
        return new JsonObject { ["schema"] = sdl, ["document"] = document, ["variables"] = given, ["operation"] = count > 1 ? "Op1" : null };
    }

    private bool Mistake(int oneIn = 12)
    {
        if (mistakes == 0 || random.Next(oneIn) != 0)
        {
            return false;
        }

        mistakes--;
        return true;
    }

    private string Break(string text)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(3, text.Length - at)),
            _ => text.Insert(at, Pick("}", "{", "\"", "$", "...", "?", "0x", "\\", "@", "(")),
        };
    }

    private string Operation(string name, JsonObject given)
    {
        variables.Clear();
        var kind = random.Next(10) switch { 0 => "mutation", 1 => "subscription", _ => "query" };
        var root = kind switch { "mutation" => schema.Mutation!, "subscription" => schema.Subscription!, _ => schema.Query! };
        var selections = kind is "subscription" && !Mistake(3) ? $"{{ {Field(root, 0)} }}" : SelectionSet(root, 0);
        var directives = random.Next(15) == 0 ? " " + Pick("@tagged", "@once", "@skip(if: true)", "@nope", "@tagged(name: 3)") : "";
        var definitions = variables.Where(_ => !Mistake(20)).Select(variable => $"${variable.Name}: {variable.Type}{(variable.Default is null ? "" : $" = {variable.Default}")}").ToList();
        if (Mistake(15))
        {
            definitions.Add(Pick("$unused: Int", "$a: Nope", "$b: User", "$c: Int = \"x\"", "$d: [Int!]! @tagged"));
        }

        foreach (var variable in variables.Where(_ => random.Next(6) != 0))
        {
            given[variable.Name] = Json(variable.Type, 0);
        }

        var head = definitions.Count == 0 ? $"{kind} {name}" : $"{kind} {name}({string.Join(", ", definitions)})";
        return kind is "query" && name.Length == 0 && definitions.Count == 0 && directives.Length == 0 ? selections : $"{head}{directives} {selections}";
    }

    private string SelectionSet(CompositeType type, int depth)
    {
        var count = random.Next(1, depth == 0 ? 5 : 4);
        return $"{{ {string.Join(' ', Enumerable.Range(0, count).Select(_ => Selection(type, depth)))} }}";
    }

    private string Selection(CompositeType type, int depth)
    {
        var choice = random.Next(12);
        if (choice == 0 || (type is UnionType && choice < 9))
        {
            var on = Condition(type);
            return $"... on {on.Name}{Conditions()} {SelectionSet(on as CompositeType ?? type, depth + 1)}";
        }

        if (choice == 1)
        {
            return depth < 3 ? $"...{Fragment(type, depth)}{Conditions()}" : "__typename";
        }

        return choice == 2 ? $"...{Conditions()} {SelectionSet(type, depth + 1)}" : Field(type, depth);
    }

    private NamedType Condition(CompositeType type)
    {
        if (Mistake(6))
        {
            return schema.Types[random.Next(schema.Types.Count)];
        }

        var fitting = schema.Types.OfType<CompositeType>().Where(other => other.Overlaps(type)).ToList();
        return fitting[random.Next(fitting.Count)];
    }

    private string Fragment(CompositeType type, int depth)
    {
        if (fragments.Count > 0 && Mistake(4))
        {
            return Pick("F0", "F1", "Missing");
        }

        var name = $"F{fragments.Count}";
        fragments.Add("");
        var index = fragments.Count - 1;
        var on = Condition(type);
        fragments[index] = $"fragment {name} on {on.Name} {SelectionSet(on as CompositeType ?? type, depth + 1)}";
        return name;
    }

    private string Field(CompositeType type, int depth)
    {
        if (type is not FieldsType { Fields.Count: > 0 } fields || random.Next(15) == 0)
        {
            return Mistake(2) ? "nope" : "__typename";
        }

        if (ReferenceEquals(type, schema.Query) && random.Next(25) == 0)
        {
            return "__type(name: \"User\") { name kind fields { name args { name defaultValue } type { name ofType { name } } } possibleTypes { name } }";
        }

        var candidates = depth > 3 ? fields.Fields.Where(known => known.Type.Named is not CompositeType).ToList() : fields.Fields;
        if (candidates.Count == 0)
        {
            return "__typename";
        }

        var field = candidates[random.Next(candidates.Count)];
        var alias = random.Next(5) == 0 ? Pick(Words) + ": " : "";
        var name = Mistake() ? Pick("nope", field.Name + "s", field.Name[..^1] + "x", "nmae") : field.Name;
        var inner = field.Type.Named is CompositeType composite ? " " + SelectionSet(composite, depth + 1) : "";
        if (Mistake(15))
        {
            inner = inner.Length == 0 ? " { x }" : "";
        }

        return $"{alias}{name}{Arguments(field)}{Conditions()}{inner}";
    }

    private string Conditions()
    {
        if (random.Next(10) != 0)
        {
            return "";
        }

        return " " + random.Next(7) switch
        {
            0 => "@tagged(name: \"x\", level: HIGH)",
            1 => "@once",
            2 when Mistake(2) => Pick("@nope", "@skip", "@once @once", "@include(if: 1)", "@skip(if: true, if: false)", "@deprecated", "@include(iff: true)"),
            3 => $"@include(if: {Variable(schema.Type("Boolean")!.NonNull)})",
            4 => "@skip(if: false)",
            _ => "@include(if: true)",
        };
    }

    private string Arguments(FieldDefinition field)
    {
        var given = field.Arguments.Where(argument => argument.IsRequired ? !Mistake(8) : random.Next(2) == 0)
            .Select(argument => $"{argument.Name}: {Value(argument.Type, 0)}").ToList();
        if (Mistake(15))
        {
            given.Add(Pick("nope: 1", "firts: 2", "id: 3"));
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Variable(GraphType type)
    {
        var same = variables.Where(variable => ReferenceEquals(variable.Type, type)).ToList();
        if (same.Count > 0 && random.Next(2) == 0)
        {
            return "$" + same[0].Name;
        }

        var name = $"v{variables.Count}";
        var variableType = Mistake(8) ? schema.Type(Pick("Int", "String", "Filter", "Level"))! : type is NonNullType || random.Next(3) > 0 ? type : type.NonNull;
        variables.Add((name, variableType, random.Next(4) == 0 ? Literal(variableType, 2) : null));
        return "$" + name;
    }

    private string Value(GraphType type, int depth) => random.Next(5) == 0 ? Variable(type) : Literal(type, depth);

    private string Literal(GraphType type, int depth)
    {
        if (Mistake(15))
        {
            return Pick("1", "-2.5", "\"text\"", "NOPE", "null", "[1]", "{ x: 1 }", "true", "[[\"a\"], null]", "{ level: HIHG }", "99999999999", "{ min: 1, min: 2 }");
        }

        if (type is not NonNullType && random.Next(12) == 0)
        {
            return "null";
        }

        return type.Nullable switch
        {
            ListType list when random.Next(4) == 0 && depth < 2 => Literal(list.Item, depth + 1),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => depth < 2 ? Value(list.Item, depth + 1) : Literal(list.Item, depth + 1)))}]",
            InputObjectType input => Object(input, depth),
            EnumType words => words.Values[random.Next(words.Values.Count)].Name,
            ScalarType scalar => Scalar(scalar.Name),
            _ => "null",
        };
    }

    private string Object(InputObjectType input, int depth)
    {
        var fields = input.IsOneOf
            ? [input.Fields[random.Next(input.Fields.Count)]]
            : input.Fields.Where(field => field.IsRequired || (depth < 2 && random.Next(3) == 0)).ToList();
        if (input.IsOneOf && Mistake(3))
        {
            fields = Pick(0, 1) == 0 ? [] : [.. input.Fields.Take(2)];
        }

        var members = fields.Select(field => $"{field.Name}: {(depth < 2 && !input.IsOneOf ? Value(field.Type, depth + 1) : Literal(input.IsOneOf && random.Next(8) != 0 ? field.Type.NonNull : field.Type, depth + 1))}");
        return $"{{ {string.Join(", ", members)}{(Mistake(10) ? " nope: 1" : "")} }}";
    }

    private string Scalar(string name) => name switch
    {
        "Int" => random.Next(-50, 50).ToString(CultureInfo.InvariantCulture),
        "Float" => Pick("1.5", "-0.25", "3", "1e3"),
        "Boolean" => Pick("true", "false"),
        "ID" => Pick("\"u1\"", "7", "\"\""),
        "String" => Pick("\"text\"", "\"\"\"block\n  text\"\"\"", "\"\\u00e9\\n\"", "\"\""),
        _ => Pick("1", "\"any\"", "[1, { a: WORD }]", "{ a: 1.5, b: [true, null] }"),
    };

    private JsonNode? Json(GraphType type, int depth)
    {
        if (random.Next(30) == 0)
        {
            return JsonNode.Parse(Pick("null", "1.5", "\"x\"", "[]", "{\"nope\":1}", "true", "[null]", "12345678901", "{\"min\":\"a\"}"));
        }

        if (type is not NonNullType && random.Next(10) == 0)
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Json(list.Item, depth + 1))]),
            InputObjectType { IsOneOf: true } => JsonNode.Parse(Pick("{\"id\":\"1\"}", "{\"name\":\"n\"}", "{}", "{\"id\":1,\"name\":\"n\"}", "{\"id\":null}")),
            InputObjectType input => JsonObjectOf(input, depth),
            EnumType words => Pick(words.Values[random.Next(words.Values.Count)].Name, words.Values[0].Name, "LWO"),
            ScalarType { Name: "Int" } => random.Next(-50, 50),
            ScalarType { Name: "Float" } => random.Next(100) / 4.0,
            ScalarType { Name: "Boolean" } => random.Next(2) == 0,
            ScalarType { Name: "ID" } => random.Next(2) == 0 ? 4 : "id",
            _ => "text é",
        };
    }

    private JsonObject JsonObjectOf(InputObjectType input, int depth)
    {
        var value = new JsonObject();
        foreach (var field in input.Fields.Where(field => field.IsRequired || (depth < 2 && random.Next(3) == 0)))
        {
            value[field.Name] = Json(field.Type, depth + 1);
        }

        return value;
    }

    private T Pick<T>(params T[] options) => options[random.Next(options.Length)];
}
