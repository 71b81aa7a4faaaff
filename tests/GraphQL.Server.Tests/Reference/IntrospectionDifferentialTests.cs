using System.Text.Json.Nodes;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using GraphQL.Server.Schemas;

namespace GraphQL.Server.Tests.Reference;

/// <summary>What introspection says of a schema with everything, against the reference implementation.</summary>
public sealed class IntrospectionDifferentialTests
{
    private const string Query = """
        query Introspect {
          __schema {
            description queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...Input } type { ...Ref } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...Input } interfaces { ...Ref }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...Ref }
        }
        fragment Input on __InputValue { name description type { ...Ref } defaultValue isDeprecated deprecationReason }
        fragment Ref on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    [Fact]
    public async Task Introspect_SchemaWithEverything_SaysWhatTheReferenceSays()
    {
        var answers = await ReferenceProcess.AskAsync([new JsonObject { ["schema"] = SampleSchemas.BigSchema, ["document"] = Query, ["variables"] = new JsonObject() }]);
        var engine = new GraphQLEngine(MadeUpData.Bind(SchemaReader.Read(new SourceText(SampleSchemas.BigSchema))), new EngineOptions(), TimeProvider.System);
        var prepared = engine.Prepare(new GraphQLRequest { Query = Query }, new Caller("a", MayIntrospect: true, null));

        var ours = JsonNode.Parse(ExecutionResultWriter.ToJson(await engine.ExecuteAsync(prepared, CancellationToken.None)))!["data"]!["__schema"]!;

        var theirs = answers[0]["result"]!["data"]!["__schema"]!;
        Assert.Equal(Shared(theirs).ToJsonString(), Shared(ours).ToJsonString());
        Assert.True(ours["types"]!.AsArray().Count > 30);
    }

    /// <summary>Without the wording of what the specification brings, and without what is newer than the edition.</summary>
    private static JsonNode Shared(JsonNode schema)
    {
        foreach (var part in schema["types"]!.AsArray().Concat(schema["directives"]!.AsArray()).Where(part => IsBuiltIn((string)part!["name"]!)))
        {
            ForgetDescriptions(part!);
        }

        var meta = schema["types"]!.AsArray();
        Remove(meta, "__Directive", "fields", "isDeprecated", "deprecationReason");
        Remove(meta, "__DirectiveLocation", "enumValues", "FRAGMENT_VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION");
        Find(Find(meta, "__Schema")["fields"]!.AsArray(), "directives")["args"] = new JsonArray();
        var deprecated = Find(schema["directives"]!.AsArray(), "deprecated");
        deprecated["locations"] = new JsonArray([.. deprecated["locations"]!.AsArray().Select(name => (string)name!).Where(name => name is not "DIRECTIVE_DEFINITION").Order(StringComparer.Ordinal)]);
        return schema;
    }

    private static bool IsBuiltIn(string name)
        => name.StartsWith("__", StringComparison.Ordinal)
            || name is "String" or "Int" or "Float" or "Boolean" or "ID" or "include" or "skip" or "deprecated" or "specifiedBy" or "oneOf";

    private static void ForgetDescriptions(JsonNode node)
    {
        switch (node)
        {
            case JsonArray list:
                list.OfType<JsonNode>().ToList().ForEach(ForgetDescriptions);
                break;
            case JsonObject members:
                members.Remove("description");
                members.Select(member => member.Value).OfType<JsonNode>().ToList().ForEach(ForgetDescriptions);
                break;
        }
    }

    private static JsonNode Find(JsonArray items, string name) => items.Single(item => (string)item!["name"]! == name)!;

    private static void Remove(JsonArray types, string type, string member, params string[] names)
    {
        var items = Find(types, type)[member]!.AsArray();
        foreach (var item in items.Where(item => names.Contains((string)item!["name"]!)).ToList())
        {
            items.Remove(item);
        }
    }
}
