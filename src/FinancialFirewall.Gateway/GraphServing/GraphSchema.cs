using FinancialFirewall.Gateway.Graph;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Schemas;
using GraphQL.Server.Types;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>The schema of the gateway, <c>schema.graphql</c>, and its resolvers.</summary>
internal static class GraphSchema
{
    private const string FileName = "schema.graphql";

    /// <summary>Reads the schema.</summary>
    /// <exception cref="InvalidSchemaException">It is none; names everything that is wrong with its place.</exception>
    public static Schema Read()
    {
        using var file = typeof(GraphSchema).Assembly.GetManifestResourceStream(FileName)
            ?? throw new InvalidOperationException($"{FileName} is not in the assembly.");
        using var reader = new StreamReader(file);
        return SchemaReader.Read(new SourceText(reader.ReadToEnd(), FileName), GraphScalars.All);
    }

    /// <summary>Binds every field to its resolver, and each with which somebody can begin to the permission that it demands.</summary>
    /// <exception cref="UnboundSchemaException">A field has no resolver, or a resolver no field; names all of them.</exception>
    /// <exception cref="InvalidOperationException">A field does not say what it demands.</exception>
    public static BoundSchema Bind(Schema schema, IEnumerable<IGraphFields> features)
    {
        var map = new ResolverMap();
        var roots = new GraphRoots(map, new RootPermissions(schema));
        foreach (var feature in features)
        {
            feature.Bind(roots);
        }

        PageInfoType.Bind(map);
        return map.Bind(schema);
    }
}
