using GraphQL.Server.Language;
using GraphQL.Server.Values;

namespace GraphQL.Server.Schemas;

/// <summary>What can be said about a schema before there are types: names are unique and known, directives stand where they may.</summary>
internal static class SchemaDocumentChecks
{
    public static void Check(DocumentSyntax document, SchemaFindings findings)
    {
        var definitions = new List<TypeSystemSyntax>();
        foreach (var definition in document.Definitions)
        {
            if (definition is TypeSystemSyntax known)
            {
                definitions.Add(known);
            }
            else
            {
                findings.Report("A schema holds definitions of types and directives alone, no operations and fragments.", definition.Start);
            }
        }

        RootTypes([.. definitions.OfType<SchemaSyntax>()], findings);
        SchemaNameChecks.Check(definitions, findings);
        Extensions(definitions, findings);
        new SchemaTypeNameChecks(definitions, findings).Check();
        new SchemaDirectiveChecks(definitions, findings).Check();
    }

    private static void RootTypes(List<SchemaSyntax> definitions, SchemaFindings findings)
    {
        foreach (var another in definitions.Where(definition => !definition.IsExtension).Skip(1))
        {
            findings.Report("Must provide only one schema definition.", another.Start);
        }

        var known = new Dictionary<OperationKind, RootTypeSyntax>();
        foreach (var root in definitions.SelectMany(definition => definition.RootTypes).Where(root => !known.TryAdd(root.Operation, root)))
        {
            findings.Report(
                $"There can be only one {OperationSyntax.Keyword(root.Operation)} type in schema.", known[root.Operation].Start, root.Start);
        }
    }

    private static void Extensions(List<TypeSystemSyntax> definitions, SchemaFindings findings)
    {
        var defined = new Dictionary<string, TypeDefinitionSyntax>(StringComparer.Ordinal);
        foreach (var definition in definitions.OfType<TypeDefinitionSyntax>().Where(definition => !definition.IsExtension))
        {
            defined[definition.Name.Value] = definition;
        }

        foreach (var extension in definitions.OfType<TypeDefinitionSyntax>().Where(definition => definition.IsExtension))
        {
            var name = extension.Name.Value;
            if (!defined.TryGetValue(name, out var extended))
            {
                findings.Report(
                    $"Cannot extend type \"{name}\" because it is not defined.{Suggestions.For(name, defined.Keys)}", extension.Name.Start);
            }
            else if (extended.GetType() != extension.GetType())
            {
                findings.Report($"Cannot extend non-{extension.KindName} type \"{name}\".", extended.Start, extension.Start);
            }
        }
    }
}
