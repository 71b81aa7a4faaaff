using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Validation;

/// <summary>Writes down every spread and every variable of a document with the type of its place, before the rules look.</summary>
internal sealed class UseCollector(ValidationContext context, DefinitionSyntax definition)
{
    public static void Collect(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions)
        {
            var collector = new UseCollector(context, definition);
            switch (definition)
            {
                case OperationSyntax operation:
                    collector.Directives(operation.Directives);
                    collector.Selections(operation.SelectionSet, context.Schema.Root(operation.Kind));
                    break;
                case FragmentSyntax fragment:
                    collector.Directives(fragment.Directives);
                    collector.Selections(fragment.SelectionSet, context.Condition(fragment.TypeCondition));
                    break;
            }
        }
    }

    private void Selections(SelectionSetSyntax selectionSet, CompositeType? parent)
    {
        foreach (var selection in selectionSet.Selections)
        {
            Directives(selection.Directives);
            switch (selection)
            {
                case FieldSyntax field:
                    Field(field, parent);
                    break;
                case FragmentSpreadSyntax spread:
                    context.Uses.Add(definition, spread);
                    break;
                case InlineFragmentSyntax inline:
                    Selections(inline.SelectionSet, inline.TypeCondition is { } condition ? context.Condition(condition) : parent);
                    break;
            }
        }
    }

    private void Field(FieldSyntax field, CompositeType? parent)
    {
        var meaning = parent is null ? null : context.Schema.Field(parent, field.Name.Value);
        foreach (var argument in field.Arguments)
        {
            Input(argument.Value, meaning?.Argument(argument.Name.Value));
        }

        if (field.SelectionSet is not null)
        {
            Selections(field.SelectionSet, meaning?.Type.Named as CompositeType);
        }
    }

    private void Directives(DirectiveSyntax[] directives)
    {
        foreach (var directive in directives)
        {
            var meaning = context.Schema.Directive(directive.Name.Value);
            foreach (var argument in directive.Arguments)
            {
                Input(argument.Value, meaning?.Arguments.FirstOrDefault(input => string.Equals(input.Name, argument.Name.Value, StringComparison.Ordinal)));
            }
        }
    }

    private void Input(ValueSyntax value, InputValueDefinition? place) => Value(value, place?.Type, place?.Default is not null, null);

    private void Value(ValueSyntax value, GraphType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableSyntax variable:
                context.Uses.Add(definition, new VariableUse(variable, type, hasDefault, oneOf));
                break;
            case ListSyntax list:
                var item = type?.Nullable is ListType items ? items.Item : type?.Nullable;
                foreach (var element in list.Values)
                {
                    Value(element, item, hasDefault: false, null);
                }

                break;
            case ObjectSyntax members:
                var input = type?.Named as InputObjectType;
                foreach (var member in members.Fields)
                {
                    var field = input?.FieldsByName.GetValueOrDefault(member.Name.Value);
                    Value(member.Value, field?.Type, field?.Default is not null, input is { IsOneOf: true } ? input : null);
                }

                break;
        }
    }
}
