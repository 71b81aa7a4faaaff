using GraphQL.Server.Language;
using GraphQL.Server.Types;
using GraphQL.Server.Values;

namespace GraphQL.Server.Schemas;

/// <summary>A type keeps what the interfaces that it implements promise.</summary>
internal sealed class InterfaceChecks(FieldsType type, SchemaFindings findings)
{
    public void Check()
    {
        var known = new HashSet<NamedType>();
        foreach (var contract in type.Interfaces)
        {
            if (contract is not InterfaceType wanted)
            {
                findings.Report($"Type {type} must only implement Interface types, it cannot implement {contract}.", Places(type, contract));
            }
            else if (ReferenceEquals(contract, type))
            {
                findings.Report($"Type {type} cannot implement itself because it would create a circular reference.", Places(type, contract));
            }
            else if (!known.Add(contract))
            {
                findings.Report($"Type {type} can only implement {contract} once.", Places(type, contract));
            }
            else
            {
                Ancestors(wanted);
                foreach (var field in wanted.Fields)
                {
                    Field(field);
                }
            }
        }
    }

    private static IEnumerable<int> Places(FieldsType type, NamedType contract)
        => type.Syntax.Cast<FieldsTypeSyntax>().SelectMany(part => part.Interfaces)
            .Where(part => string.Equals(part.Name, contract.Name, StringComparison.Ordinal)).Select(part => part.Start);

    private void Ancestors(InterfaceType contract)
    {
        foreach (var ancestor in contract.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            findings.Report(
                ReferenceEquals(ancestor, type)
                    ? $"Type {type} cannot implement {contract} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {contract}.",
                Places(contract, ancestor).Concat(Places(type, contract)));
        }
    }

    private void Field(FieldDefinition promised)
    {
        if (type.Field(promised.Name) is not { } given)
        {
            findings.Report(
                $"Interface field {promised} expected but {type} does not provide it.",
                type.Syntax.Select(syntax => syntax.Start).Prepend(promised.Syntax!.Start));
            return;
        }

        if (!TypeRelations.IsSubType(given.Type, promised.Type))
        {
            findings.Report(
                $"Interface field {promised} expects type {promised.Type} but {given} is type {given.Type}.",
                promised.Syntax!.Type.Start,
                given.Syntax!.Type.Start);
        }

        Arguments(promised, given);
        if (given.DeprecationReason is not null && promised.DeprecationReason is null)
        {
            findings.Report(
                $"Interface field {promised} is not deprecated, so implementation field {given} must not be deprecated.",
                SchemaPlaces.Deprecated(given.Syntax!.Directives),
                given.Syntax.Type.Start);
        }
    }

    private void Arguments(FieldDefinition promised, FieldDefinition given)
    {
        foreach (var wanted in promised.Arguments)
        {
            if (given.Argument(wanted.Name) is not { } argument)
            {
                findings.Report(
                    $"Interface field argument {wanted} expected but {given} does not provide it.", wanted.Syntax!.Start, given.Syntax!.Start);
            }
            else if (!ReferenceEquals(wanted.Type, argument.Type))
            {
                findings.Report(
                    $"Interface field argument {wanted} expects type {wanted.Type} but {argument} is type {argument.Type}.",
                    wanted.Syntax!.Type.Start,
                    argument.Syntax!.Type.Start);
            }
        }

        foreach (var more in given.Arguments.Where(argument => argument.IsRequired && promised.Argument(argument.Name) is null))
        {
            findings.Report(
                $"Argument \"{more}\" must not be required type \"{more.Type}\" if not provided by the Interface field \"{promised}\".",
                more.Syntax!.Start,
                promised.Syntax!.Start);
        }
    }
}
