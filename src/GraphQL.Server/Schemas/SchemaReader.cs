using System.Diagnostics.CodeAnalysis;
using GraphQL.Server.Errors;
using GraphQL.Server.Language;
using GraphQL.Server.Types;

namespace GraphQL.Server.Schemas;

/// <summary>Reads schemas from the schema definition language, and checks them.</summary>
public static class SchemaReader
{
    /// <summary>Reads a schema, or says all that is wrong with it.</summary>
    /// <param name="source">The schema as a file has it.</param>
    /// <param name="scalars">How the values of its own scalars are read and written, by their names; a scalar that is not there takes every value.</param>
    /// <param name="schema">The schema, where nothing is wrong.</param>
    /// <param name="errors">What is wrong, with places; empty where nothing is.</param>
    public static bool TryRead(
        SourceText source,
        IReadOnlyDictionary<string, ScalarCoercion>? scalars,
        [NotNullWhen(true)] out Schema? schema,
        out IReadOnlyList<GraphQLError> errors)
    {
        schema = null;
        if (!DocumentParser.TryParse(source, ParserLimits.Schema, out var document, out var syntaxError))
        {
            errors = [syntaxError];
            return false;
        }

        var findings = new SchemaFindings(source);
        SchemaDocumentChecks.Check(document, findings);
        if (findings.Errors.Count == 0)
        {
            var built = new SchemaBuilder(document, scalars ?? new Dictionary<string, ScalarCoercion>(StringComparer.Ordinal)).Build();
            SchemaChecks.Check(built, findings);
            schema = findings.Errors.Count == 0 ? built : null;
        }

        errors = findings.Errors;
        return schema is not null;
    }

    /// <summary>Reads a schema that has to be right.</summary>
    /// <exception cref="InvalidSchemaException">It is not; names everything that is wrong with its place.</exception>
    public static Schema Read(SourceText source, IReadOnlyDictionary<string, ScalarCoercion>? scalars = null)
        => TryRead(source, scalars, out var schema, out var errors) ? schema : throw new InvalidSchemaException(source, errors);
}
