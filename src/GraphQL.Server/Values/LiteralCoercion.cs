using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Values;

/// <summary>Brings literals into the types that a schema gives their places, and says all that is wrong with them.</summary>
/// <param name="issues">What is wrong.</param>
/// <param name="variables">The variables of the request; null where documents are checked without one, and variables fit everywhere.</param>
internal sealed class LiteralCoercion(List<InputIssue> issues, VariableValues? variables)
{
    /// <summary>The value of a missing input, where the schema gives one.</summary>
    public static bool TryDefault(InputValueDefinition input, out object? value)
    {
        value = null;
        if (input.Default is null)
        {
            return false;
        }

        value = new LiteralCoercion([], VariableValues.None).Coerce(input.Default, input.Type, null);
        return true;
    }

    public static string OneOfMessage(InputObjectType type)
        => $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";

    public static string SuggestValue(EnumType type, string text)
        => Suggestions.For(text, type.ValuesByName.Keys).Replace("Did you mean ", "Did you mean the enum value ", StringComparison.Ordinal);

    public object? Coerce(ValueSyntax value, GraphType type, InputPath? path)
    {
        switch (value)
        {
            case VariableSyntax variable:
                return CoerceVariable(variable, type, path);
            case NullSyntax:
                if (type is NonNullType)
                {
                    Report($"Expected value of non-null type \"{type}\" not to be null.", value, path);
                }

                return null;
        }

        return type.Nullable switch
        {
            ListType list => CoerceList(value, list, path),
            InputObjectType fields => CoerceObject(value, fields, path),
            EnumType words => CoerceEnum(value, words, path),
            ScalarType scalar => CoerceScalar(value, scalar, path),
            _ => null,
        };
    }

    private object? CoerceVariable(VariableSyntax variable, GraphType type, InputPath? path)
    {
        if (variables is null)
        {
            return null;
        }

        var found = variables.TryGet(variable.Name.Value, out var value);
        if (value is null && type is NonNullType)
        {
            Report(
                found
                    ? $"Expected variable \"${variable.Name}\" provided to non-null type \"{type}\" not to be null."
                    : $"Expected variable \"${variable.Name}\" provided to type \"{type}\" to provide a runtime value.",
                variable,
                path);
        }

        return value;
    }

    private object?[] CoerceList(ValueSyntax value, ListType list, InputPath? path)
    {
        if (value is not ListSyntax items)
        {
            return [Coerce(value, list.Item, path)];
        }

        var coerced = new object?[items.Values.Length];
        for (var i = 0; i < coerced.Length; i++)
        {
            coerced[i] = Coerce(items.Values[i], list.Item, new InputPath(path, i));
        }

        return coerced;
    }

    private InputObject? CoerceObject(ValueSyntax value, InputObjectType type, InputPath? path)
    {
        if (value is not ObjectSyntax literal)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {value}.", value, path);
            return null;
        }

        var given = new Dictionary<string, ObjectFieldSyntax>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
        {
            given[field.Name.Value] = field;
        }

        var members = new InputObject();
        foreach (var field in type.Fields)
        {
            CoerceField(literal, type, field, given.GetValueOrDefault(field.Name)?.Value, members, path);
        }

        CheckNames(literal, type, path);
        return members;
    }

    private void CoerceField(ObjectSyntax literal, InputObjectType type, InputValueDefinition field, ValueSyntax? value, InputObject members, InputPath? path)
    {
        if (value is VariableSyntax variable && variables is not null)
        {
            var found = variables.TryGet(variable.Name.Value, out var given);
            if (type.IsOneOf && given is null)
            {
                var wish = found ? "not to be null" : "to provide a runtime value";
                Report($"Expected variable \"${variable.Name}\" provided to field \"{field.Name}\" for OneOf Input Object type \"{type}\" {wish}.", literal, path);
            }

            value = found || field.IsRequired ? value : null;
        }
        else if (value is null && field.IsRequired)
        {
            Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {literal}.", literal, path);
            return;
        }

        if (value is not null)
        {
            members[field.Name] = Coerce(value, field.Type, new InputPath(path, field.Name));
        }
        else if (variables is not null && TryDefault(field, out var standard))
        {
            members[field.Name] = standard;
        }
    }

    private void CheckNames(ObjectSyntax literal, InputObjectType type, InputPath? path)
    {
        foreach (var field in literal.Fields.Where(field => !type.FieldsByName.ContainsKey(field.Name.Value)))
        {
            var suggestion = Suggestions.For(field.Name.Value, type.FieldsByName.Keys);
            Report(
                $"Expected value of type \"{type}\" not to include unknown field \"{field.Name}\"{(suggestion.Length > 0 ? $".{suggestion} Found" : ", found")}: {literal}.",
                field,
                path);
        }

        var known = literal.Fields.Where(field => type.FieldsByName.ContainsKey(field.Name.Value)).ToList();
        if (type.IsOneOf && (known.Count != 1 || known[0].Value is NullSyntax))
        {
            Report(OneOfMessage(type), literal, known.Count == 1 ? new InputPath(path, known[0].Name.Value) : path);
        }
    }

    private string? CoerceEnum(ValueSyntax value, EnumType type, InputPath? path)
    {
        if (value is not EnumSyntax word)
        {
            var shown = value.ToString();
            Report($"Enum \"{type}\" cannot represent non-enum value: {shown}.{SuggestValue(type, shown)}", value, path);
            return null;
        }

        if (!type.ValuesByName.TryGetValue(word.Value, out var known))
        {
            Report($"Value \"{word.Value}\" does not exist in \"{type}\" enum.{SuggestValue(type, word.Value)}", value, path);
            return null;
        }

        return known.Name;
    }

    private object? CoerceScalar(ValueSyntax value, ScalarType type, InputPath? path)
    {
        var whole = variables is null ? value : LiteralVariables.Replace(value, variables);
        if (type.Coercion.Read(new ScalarInput(whole), out var result) is { } wrong)
        {
            Report(wrong, value, path);
        }

        return result;
    }

    private void Report(string message, SyntaxNode at, InputPath? path) => issues.Add(new InputIssue(message, at.Start, path));
}
