using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>Goes through a document once and shows every part, with the types of its place, to all rules.</summary>
internal sealed class DocumentWalker(ValidationContext context, IReadOnlyList<ValidationRule> rules)
{
    public void Walk()
    {
        foreach (var rule in rules)
        {
            rule.Document(context);
        }

        foreach (var definition in context.Document.Definitions)
        {
            switch (definition)
            {
                case OperationSyntax operation:
                    Operation(operation);
                    break;
                case FragmentSyntax fragment:
                    Fragment(fragment);
                    break;
            }

            if (context.IsFull)
            {
                return;
            }
        }
    }

    private void Operation(OperationSyntax operation)
    {
        foreach (var rule in rules)
        {
            rule.EnterOperation(context, operation);
        }

        foreach (var variable in operation.Variables)
        {
            Variable(variable);
        }

        Directives(operation.Directives, DirectiveLocations.Of(operation.Kind));
        Selections(operation.SelectionSet, context.Schema.Root(operation.Kind));
    }

    private void Fragment(FragmentSyntax fragment)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragment(context, fragment);
            rule.TypeReference(context, fragment.TypeCondition);
        }

        Directives(fragment.Directives, "FRAGMENT_DEFINITION");
        Selections(fragment.SelectionSet, context.Condition(fragment.TypeCondition));
    }

    private void Variable(VariableDefinitionSyntax variable)
    {
        foreach (var rule in rules)
        {
            rule.Variable(context, variable);
            rule.TypeReference(context, variable.Type.Named);
        }

        if (variable.Default is not null)
        {
            var type = context.Schema.Resolve(variable.Type);
            Value(variable.Default, type is { IsInput: true } ? type : null);
        }

        Directives(variable.Directives, DirectiveLocations.VariableDefinition);
    }

    private void Selections(SelectionSetSyntax selectionSet, CompositeType? parent)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldSyntax field:
                    Field(field, parent);
                    break;
                case FragmentSpreadSyntax spread:
                    foreach (var rule in rules)
                    {
                        rule.Spread(context, spread, parent);
                    }

                    Directives(spread.Directives, DirectiveLocations.Of(spread));
                    break;
                case InlineFragmentSyntax inline:
                    Inline(inline, parent);
                    break;
            }

            if (context.IsFull)
            {
                return;
            }
        }
    }

    private void Field(FieldSyntax field, CompositeType? parent)
    {
        var definition = parent is null ? null : context.Schema.Field(parent, field.Name.Value);
        foreach (var rule in rules)
        {
            rule.Field(context, field, parent, definition);
        }

        if (field.Arguments.Length > 0)
        {
            Arguments(field.Arguments, definition?.Arguments);
        }

        Directives(field.Directives, DirectiveLocations.Of(field));
        if (field.SelectionSet is not null)
        {
            Selections(field.SelectionSet, definition?.Type.Named as CompositeType);
        }
    }

    private void Inline(InlineFragmentSyntax inline, CompositeType? parent)
    {
        foreach (var rule in rules)
        {
            rule.InlineFragment(context, inline, parent);
            if (inline.TypeCondition is not null)
            {
                rule.TypeReference(context, inline.TypeCondition);
            }
        }

        Directives(inline.Directives, DirectiveLocations.Of(inline));
        Selections(inline.SelectionSet, inline.TypeCondition is null ? parent : context.Condition(inline.TypeCondition));
    }

    private void Directives(DirectiveSyntax[] directives, string location)
    {
        if (directives.Length == 0)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule.Directives(context, directives, location);
        }

        foreach (var directive in directives)
        {
            Arguments(directive.Arguments, context.Schema.Directive(directive.Name.Value)?.Arguments);
        }
    }

    private void Arguments(ArgumentSyntax[] arguments, IReadOnlyList<InputValueDefinition>? definitions)
    {
        foreach (var rule in rules)
        {
            rule.Arguments(context, arguments);
        }

        foreach (var argument in arguments)
        {
            Value(argument.Value, definitions?.FirstOrDefault(input => string.Equals(input.Name, argument.Name.Value, StringComparison.Ordinal))?.Type);
        }
    }

    private void Value(ValueSyntax value, GraphType? type)
    {
        if (type is { IsInput: true })
        {
            foreach (var rule in rules)
            {
                rule.Value(context, value, type);
            }
        }

        Objects(value);
    }

    private void Objects(ValueSyntax value)
    {
        switch (value)
        {
            case ListSyntax list:
                Array.ForEach(list.Values, Objects);
                break;
            case ObjectSyntax members:
                foreach (var rule in rules)
                {
                    rule.Object(context, members);
                }

                Array.ForEach(members.Fields, member => Objects(member.Value));
                break;
        }
    }
}
