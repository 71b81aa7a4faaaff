using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Schemas;

/// <summary>Every input object can be written down in full: no type needs itself, and no default value leads back to itself.</summary>
internal sealed class InputCycleChecks(Schema schema, SchemaFindings findings)
{
    private readonly HashSet<InputObjectType> finite = [];
    private readonly HashSet<InputObjectType> visited = [];
    private readonly List<(InputObjectType Type, InputValueDefinition Field)> path = [];
    private readonly HashSet<InputValueDefinition> visitedDefaults = [];
    private readonly List<InputValueDefinition> defaultPath = [];

    public void Check()
    {
        var inputs = schema.Types.OfType<InputObjectType>().ToList();
        while (inputs.Exists(type => !finite.Contains(type) && CanEnd(type) && finite.Add(type)))
        {
        }

        foreach (var type in inputs.Where(type => !finite.Contains(type)))
        {
            Report(type);
        }

        foreach (var type in inputs)
        {
            Defaults(type, new ObjectSyntax { Start = -1, Fields = [] });
        }
    }

    /// <summary>The type that a value of a field cannot do without.</summary>
    private static InputObjectType? Needed(InputObjectType owner, InputValueDefinition field) => field.Type switch
    {
        InputObjectType type when owner.IsOneOf => type,
        NonNullType { Item: InputObjectType type } when !owner.IsOneOf => type,
        _ => null,
    };

    private bool CanEnd(InputObjectType type) => type.IsOneOf
        ? type.Fields.Count == 0 || type.Fields.Any(field => Needed(type, field) is not { } needed || finite.Contains(needed))
        : type.Fields.All(field => Needed(type, field) is not { } needed || finite.Contains(needed));

    private void Report(InputObjectType type)
    {
        if (!visited.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (Needed(type, field) is not { } needed || finite.Contains(needed))
            {
                continue;
            }

            path.Add((type, field));
            var start = path.FindIndex(step => ReferenceEquals(step.Type, needed));
            if (start < 0)
            {
                Report(needed);
            }
            else
            {
                var cycle = path.Skip(start).Select(step => step.Field).ToList();
                findings.Report(
                    $"Input Object {needed} cannot be provided a finite value because it references itself through fields: {string.Join(", ", cycle)}.",
                    cycle.Select(step => step.Syntax!.Start));
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private void Defaults(InputObjectType type, ValueSyntax value)
    {
        if (value is ListSyntax list)
        {
            Array.ForEach(list.Values, item => Defaults(type, item));
        }

        if (value is not ObjectSyntax literal)
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType inner)
            {
                continue;
            }

            var given = Array.FindLast(literal.Fields, member => string.Equals(member.Name.Value, field.Name, StringComparison.Ordinal));
            if (given is not null)
            {
                Defaults(inner, given.Value);
            }
            else
            {
                Default(field, inner);
            }
        }
    }

    private void Default(InputValueDefinition field, InputObjectType type)
    {
        if (field.Default is null)
        {
            return;
        }

        var start = defaultPath.IndexOf(field);
        if (start >= 0)
        {
            var via = defaultPath.Count - start > 1 ? $" via the default values of: {string.Join(", ", defaultPath.Skip(start + 1))}" : "";
            findings.Report(
                $"Invalid circular reference. The default value of Input Object field {field} references itself{via}.",
                defaultPath.Skip(start).Select(step => step.Default!.Start));
            return;
        }

        if (visitedDefaults.Add(field))
        {
            defaultPath.Add(field);
            Defaults(type, field.Default);
            defaultPath.RemoveAt(defaultPath.Count - 1);
        }
    }
}
