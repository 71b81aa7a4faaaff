using System.Text.Json;
using GraphQL.Server.Types;

namespace GraphQL.Server.Values;

/// <summary>Brings the JSON of a variable into the type that the document gives it, and says all that is wrong with it.</summary>
internal sealed class JsonCoercion(List<InputIssue> issues)
{
    public object? Coerce(JsonElement value, GraphType type, InputPath? path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type is NonNullType)
            {
                Report($"Expected value of non-null type \"{type}\" not to be null.", path);
            }

            return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list, path),
            InputObjectType fields => CoerceObject(value, fields, path),
            EnumType words => CoerceEnum(value, words, path),
            ScalarType scalar => CoerceScalar(value, scalar, path),
            _ => throw new InvalidOperationException($"{type} is no input type."),
        };
    }

    private object?[] CoerceList(JsonElement value, ListType list, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return [Coerce(value, list.Item, path)];
        }

        var items = new object?[value.GetArrayLength()];
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            items[index] = Coerce(item, list.Item, new InputPath(path, index));
            index++;
        }

        return items;
    }

    private InputObject? CoerceObject(JsonElement value, InputObjectType type, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {JsonText.Describe(value)}.", path);
            return null;
        }

        var members = new InputObject();
        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var member))
            {
                members[field.Name] = Coerce(member, field.Type, new InputPath(path, field.Name));
            }
            else if (field.IsRequired)
            {
                Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {JsonText.Describe(value)}.", path);
            }
            else if (LiteralCoercion.TryDefault(field, out var standard))
            {
                members[field.Name] = standard;
            }
        }

        var known = CountKnown(value, type, path);
        if (type.IsOneOf)
        {
            CheckOneOf(value, type, known, path);
        }

        return members;
    }

    private int CountKnown(JsonElement value, InputObjectType type, InputPath? path)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (type.FieldsByName.ContainsKey(member.Name))
            {
                known.Add(member.Name);
                continue;
            }

            var suggestion = Suggestions.For(member.Name, type.FieldsByName.Keys);
            Report(
                $"Expected value of type \"{type}\" not to include unknown field \"{member.Name}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {JsonText.Describe(value)}.",
                path);
        }

        return known.Count;
    }

    private void CheckOneOf(JsonElement value, InputObjectType type, int known, InputPath? path)
    {
        if (known != 1)
        {
            Report(LiteralCoercion.OneOfMessage(type), path);
        }

        foreach (var field in type.Fields)
        {
            if (value.TryGetProperty(field.Name, out var member))
            {
                if (member.ValueKind == JsonValueKind.Null && known == 1)
                {
                    Report(LiteralCoercion.OneOfMessage(type), new InputPath(path, field.Name));
                }

                return;
            }
        }
    }

    private string? CoerceEnum(JsonElement value, EnumType type, InputPath? path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            var shown = JsonText.Describe(value);
            Report($"Enum \"{type}\" cannot represent non-string value: {shown}.{LiteralCoercion.SuggestValue(type, shown)}", path);
            return null;
        }

        var text = value.GetString()!;
        if (!type.ValuesByName.TryGetValue(text, out var known))
        {
            Report($"Value \"{text}\" does not exist in \"{type}\" enum.{LiteralCoercion.SuggestValue(type, text)}", path);
            return null;
        }

        return known.Name;
    }

    private object? CoerceScalar(JsonElement value, ScalarType type, InputPath? path)
    {
        if (type.Coercion.Read(new ScalarInput(value), out var result) is { } wrong)
        {
            Report(wrong, path);
        }

        return result;
    }

    private void Report(string message, InputPath? path) => issues.Add(new InputIssue(message, -1, path));
}
