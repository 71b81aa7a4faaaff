using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Schemas;

/// <summary>What the specification asks of the types of a schema (section 3, "Type Validation").</summary>
internal sealed class SchemaChecks
{
    private readonly Schema schema;
    private readonly SchemaFindings findings;

    private SchemaChecks(Schema schema, SchemaFindings findings)
    {
        this.schema = schema;
        this.findings = findings;
    }

    public static void Check(Schema schema, SchemaFindings findings)
    {
        var checks = new SchemaChecks(schema, findings);
        checks.RootTypes();
        foreach (var directive in schema.Directives.Where(directive => !directive.IsBuiltIn))
        {
            checks.Name(directive.Name, directive.Syntax.Start);
            checks.Arguments(directive.Arguments, input => input.Syntax!.Start);
        }

        foreach (var type in schema.Types.Where(type => !type.IsIntrospection || !IsOfTheSpecification(type)))
        {
            checks.Type(type);
        }

        new InputCycleChecks(schema, findings).Check();
    }

    private static bool IsOfTheSpecification(NamedType type)
        => type.Syntax.Count > 0 && IntrospectionSchema.Definitions.Contains(type.Syntax[0]);

    private void RootTypes()
    {
        if (schema.Roots[(int)OperationKind.Query] is null)
        {
            findings.Report("Query root type must be provided.", schema.Syntax.Take(1).Select(syntax => syntax.Start));
        }

        foreach (var kind in Enum.GetValues<OperationKind>())
        {
            if (schema.Roots[(int)kind] is { } root and not ObjectType)
            {
                var optional = kind == OperationKind.Query ? "" : " if provided";
                findings.Report($"{kind} root type must be Object type{optional}, it cannot be {root}.", RootPosition(kind) ?? root.Syntax[0].Start);
            }
        }

        foreach (var same in Enum.GetValues<OperationKind>().Where(kind => schema.Root(kind) is not null).GroupBy(kind => schema.Root(kind)!))
        {
            var kinds = same.ToList();
            if (kinds.Count > 1)
            {
                var list = string.Join(kinds.Count == 2 ? " and " : ", ", kinds.Select((kind, index)
                    => (kinds.Count == 3 && index == 2 ? "and " : "") + OperationSyntax.Keyword(kind)));
                findings.Report(
                    $"All root types must be different, \"{same.Key}\" type is used as {list} root types.",
                    kinds.Select(RootPosition).OfType<int>());
            }
        }
    }

    private int? RootPosition(OperationKind kind)
        => schema.Syntax.SelectMany(syntax => syntax.RootTypes).FirstOrDefault(root => root.Operation == kind)?.Type.Start;

    private void Type(NamedType type)
    {
        var places = type.Syntax.Select(syntax => syntax.Start);
        if (type.Syntax.Count > 0)
        {
            Name(type.Name, type.Syntax[0].Start);
        }

        switch (type)
        {
            case FieldsType fields:
                Fields(fields);
                new InterfaceChecks(fields, findings).Check();
                break;
            case UnionType union:
                Union(union);
                break;
            case EnumType words:
                if (words.Values.Count == 0)
                {
                    findings.Report($"Enum type {type} must define one or more values.", places);
                }

                foreach (var value in words.Values)
                {
                    Name(value.Name, value.Syntax.Start);
                }

                break;
            case InputObjectType input:
                InputObject(input);
                break;
        }
    }

    private void Name(string name, int position)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            findings.Report($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", position);
        }
    }

    private void Fields(FieldsType type)
    {
        if (type.Fields.Count == 0)
        {
            findings.Report($"Type {type} must define one or more fields.", type.Syntax.Select(syntax => syntax.Start));
        }

        foreach (var field in type.Fields)
        {
            Name(field.Name, field.Syntax!.Start);
            if (!field.Type.IsOutput)
            {
                findings.Report($"The type of {field} must be Output Type but got: {field.Type}.", field.Syntax.Type.Start);
            }

            Arguments(field.Arguments, input => input.Syntax!.Type.Start);
        }
    }

    private void Arguments(IReadOnlyList<InputValueDefinition> arguments, Func<InputValueDefinition, int> typePosition)
    {
        foreach (var argument in arguments)
        {
            Input(argument, typePosition(argument), $"Required argument {argument} cannot be deprecated.");
        }
    }

    private void Input(InputValueDefinition input, int typePosition, string deprecated)
    {
        Name(input.Name, input.Syntax!.Start);
        if (!input.Type.IsInput)
        {
            findings.Report($"The type of {input} must be Input Type but got: {input.Type}.", typePosition);
        }

        if (input is { IsRequired: true, DeprecationReason: not null })
        {
            findings.Report(deprecated, SchemaPlaces.Deprecated(input.Syntax.Directives), input.Syntax.Type.Start);
        }

        if (input.Default is not null && input.Type.IsInput)
        {
            Default(input);
        }
    }

    private void Default(InputValueDefinition input)
    {
        List<InputIssue> issues = [];
        new LiteralCoercion(issues, null).Coerce(input.Default!, input.Type, null);
        foreach (var issue in issues)
        {
            findings.Report($"{input} has invalid default value{InputPath.Describe(issue.Path)}: {issue.Message}", issue.Position);
        }
    }

    private void Union(UnionType union)
    {
        if (union.Members.Count == 0)
        {
            findings.Report($"Union type {union} must define one or more member types.", union.Syntax.Select(syntax => syntax.Start));
        }

        var known = new HashSet<NamedType>();
        foreach (var member in union.Members)
        {
            var places = union.Syntax.Cast<UnionTypeSyntax>().SelectMany(part => part.Members)
                .Where(part => string.Equals(part.Name, member.Name, StringComparison.Ordinal)).Select(part => part.Start);
            if (!known.Add(member))
            {
                findings.Report($"Union type {union} can only include type {member} once.", places);
            }
            else if (member is not ObjectType)
            {
                findings.Report($"Union type {union} can only include Object types, it cannot include {member}.", places);
            }
        }
    }

    private void InputObject(InputObjectType type)
    {
        if (type.Fields.Count == 0)
        {
            findings.Report($"Input Object type {type} must define one or more fields.", type.Syntax.Select(syntax => syntax.Start));
        }

        foreach (var field in type.Fields)
        {
            Input(field, field.Syntax!.Type.Start, $"Required input field {field} cannot be deprecated.");
            if (type.IsOneOf && field.Type is NonNullType)
            {
                findings.Report($"OneOf input field {field} must be nullable.", field.Syntax.Type.Start);
            }

            if (type.IsOneOf && field.Default is not null)
            {
                findings.Report($"OneOf input field {field} cannot have a default value.", field.Syntax.Start);
            }
        }
    }
}
