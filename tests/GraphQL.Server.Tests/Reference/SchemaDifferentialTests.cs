using System.Text.Json.Nodes;
using GraphQL.Server.Errors;
using GraphQL.Server.Schemas;

namespace GraphQL.Server.Tests.Reference;

/// <summary>Schemas, good and bad, against the reference implementation: same verdict, same messages and places, same printed text.</summary>
public sealed class SchemaDifferentialTests
{
    [Fact]
    public async Task Read_SchemasOfAllKinds_SayWhatTheReferenceSays()
    {
        var schemas = SampleSchemas.All();
        var answers = await ReferenceProcess.AskAsync([.. schemas.Select(sdl => new JsonObject { ["sdl"] = sdl })]);

        var differences = schemas.Zip(answers, Difference).OfType<string>().ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} of {schemas.Count} differ:\n{string.Join("\n\n", differences.Take(10))}");
        Assert.InRange(answers.Count(answer => answer["errors"]!.AsArray().Count > 0), 60, schemas.Count - 10);
    }

    private static string? Difference(string sdl, JsonNode answer)
    {
        var source = new SourceText(sdl);
        var isGood = SchemaReader.TryRead(source, null, out var schema, out var errors);
        var wanted = answer["errors"]!.AsArray().Select(error => Show(error!)).Order(StringComparer.Ordinal).ToList();
        var hasPlaces = answer["errors"]!.AsArray().All(error => error!["locations"] is not null);
        var found = errors.Select(error => Show(error, hasPlaces)).Order(StringComparer.Ordinal).ToList();
        if (!found.SequenceEqual(wanted, StringComparer.Ordinal))
        {
            return $"{sdl}\n  ours:   {string.Join("\n          ", found)}\n  theirs: {string.Join("\n          ", wanted)}";
        }

        var printed = isGood ? SchemaPrinter.Print(schema!) : null;
        var expected = (string?)answer["printed"];
        return string.Equals(printed, expected, StringComparison.Ordinal) ? null : $"{sdl}\n  ours:\n{printed}\n  theirs:\n{expected}";
    }

    private static string Show(JsonNode error)
        => error["locations"] is JsonArray places
            ? $"{error["message"]} {string.Join(' ', places.Select(place => $"{place!["line"]}:{place["column"]}"))}".Trim()
            : (string)error["message"]!;

    private static string Show(GraphQLError error, bool hasPlaces)
        => hasPlaces ? $"{error.Message} {string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"))}".Trim() : error.Message;
}
