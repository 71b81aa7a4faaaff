using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Tests.Reference;

/// <summary>The data that reference.mjs makes up too: an object is a number, and its fields follow from it.</summary>
internal static class MadeUpData
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BoundSchema Bind(Schema schema)
    {
        var map = new ResolverMap();
        foreach (var field in schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection).SelectMany(type => type.Fields))
        {
            if (ReferenceEquals(field.Parent, schema.Subscription))
            {
                map.Events(field.ToString(), context => Once(Resolve(context)));
            }
            else if (field.Name.Length % 2 == 0)
            {
                map.FieldAsync(field.ToString(), async context =>
                {
                    await Task.Yield();
                    return Resolve(context);
                });
            }
            else
            {
                map.Field(field.ToString(), Resolve);
            }
        }

        foreach (var type in schema.Types.OfType<CompositeType>().Where(type => type is not ObjectType))
        {
            map.TypeOf(type.Name, value => type.PossibleTypes[(int)((uint)value % type.PossibleTypes.Count)].Name);
        }

        return map.Bind(schema);
    }

    private static async IAsyncEnumerable<object?> Once(object? value)
    {
        await Task.Yield();
        yield return value;
    }

    private static object? Resolve(FieldContext context)
        => Mock(context.Field.Type, Hash($"{context.Source as uint? ?? 0}.{context.Field.Parent}.{context.Field.Name}{Canonical(context.Arguments)}"));

    private static uint Hash(string text)
    {
        var value = 0x811c9dc5;
        foreach (var c in text)
        {
            value = unchecked((value ^ c) * 0x01000193);
        }

        return value;
    }

    private static object? Mock(GraphType type, uint seed)
    {
        if (type is NonNullType strict)
        {
            return seed % 29 == 0 ? null : Mock(strict.Item, seed);
        }

        if (seed % 11 == 0)
        {
            return null;
        }

        if (seed % 13 == 0)
        {
            return new FieldError($"Broken by {seed}.");
        }

        return type switch
        {
            ListType list => Enumerable.Range(0, (int)(seed % 4)).Select(i => Mock(list.Item, Hash($"{seed}/{i}"))).ToList(),
            EnumType words => words.Values[(int)(seed % words.Values.Count)].Name,
            ScalarType { Name: "Int" } => (int)(seed % 1000),
            ScalarType { Name: "Float" } => seed % 1000 / 8.0,
            ScalarType { Name: "Boolean" } => seed % 2 == 0,
            ScalarType scalar => $"{scalar.Name} {seed}",
            _ => seed,
        };
    }

    private static string Canonical(object? value) => value switch
    {
        InputObject fields => $"{{{string.Join(',', fields.Members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Canonical(member.Value)}"))}}}",
        IReadOnlyDictionary<string, object?> members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Canonical(member.Value)}"))}}}",
        string text => JsonSerializer.Serialize(text, Relaxed),
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        IEnumerable<object?> items => $"[{string.Join(',', items.Select(Canonical))}]",
        _ => JsonSerializer.Serialize(value),
    };
}
