using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Language;
using GraphQL.Server.Requests;
using GraphQL.Server.Schemas;
using GraphQL.Server.Types;
using GraphQL.Server.Validation;

namespace GraphQL.Server.Tests.Reference;

/// <summary>Documents, good and bad, against the reference implementation: same verdict, same errors by rule, same printed text, same answers.</summary>
public sealed class DocumentDifferentialTests
{
    private const int Documents = 2_000;
    private const int Seed = 20250903;
    private const string Merging = nameof(OverlappingFieldsCanBeMergedRule);

    private static readonly Schema Shop = SchemaReader.Read(new SourceText(SampleSchemas.BigSchema));
    private static readonly BoundSchema BoundShop = MadeUpData.Bind(Shop);

    [Fact]
    public async Task Execute_GeneratedDocuments_AnswersWhatTheReferenceAnswers()
    {
        var questions = Enumerable.Range(0, Documents).Select(i => new DocumentGenerator(Shop, Seed + i).Generate(SampleSchemas.BigSchema)).ToList();

        var answers = await CompareAsync(questions, BoundShop);

        var valid = answers.Count(answer => answer["result"] is not null);
        Assert.InRange(valid, Documents / 3, Documents * 9 / 10);
        Assert.InRange(answers.SelectMany(Rules).Distinct(StringComparer.Ordinal).Count(), 20, 27);
    }

    [Fact]
    public async Task Execute_ExamplesOfTheSpecification_AnswersWhatTheReferenceAnswers()
    {
        var schema = SchemaReader.Read(new SourceText(SpecificationExamples.Schema));
        var questions = SpecificationExamples.Documents
            .Select(document => new JsonObject { ["schema"] = SpecificationExamples.Schema, ["document"] = document, ["variables"] = new JsonObject() })
            .ToList();

        await CompareAsync(questions, MadeUpData.Bind(schema));
    }

    [Fact]
    public void Validate_NullableVariableInAOneOf_IsRefusedAsTheSpecificationShows()
    {
        var schema = SchemaReader.Read(new SourceText(SpecificationExamples.Schema));
        Assert.True(DocumentParser.TryParse(new SourceText(SpecificationExamples.NullableVariableInOneOf), ParserLimits.Request, out var document, out _));

        Assert.Equal(
            ["Variable \"$cat\" is of type \"CatInput\" but must be non-nullable to be used for OneOf Input Object \"PetInput\"."],
            DocumentValidator.Validate(schema, document).Select(error => error.Error.Message));
    }

    private static async Task<List<JsonNode>> CompareAsync(List<JsonObject> questions, BoundSchema schema)
    {
        var answers = await ReferenceProcess.AskAsync([.. questions]);
        var engine = new GraphQLEngine(
            schema,
            new EngineOptions { Limits = new() { MaxDepth = 1_000, MaxComplexity = int.MaxValue, MaxDirectives = 1_000, MaxAliases = 1_000 } },
            TimeProvider.System);
        var differences = new List<string>();
        for (var i = 0; i < questions.Count; i++)
        {
            if (await DifferenceAsync(questions[i], answers[i], engine) is { } difference)
            {
                differences.Add($"seed {Seed + i}: {questions[i]["document"]}\n  variables: {questions[i]["variables"]!.ToJsonString()}\n  {difference}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} of {questions.Count} differ:\n{string.Join("\n\n", differences.Take(8))}");
        return answers;
    }

    private static async Task<string?> DifferenceAsync(JsonObject question, JsonNode answer, GraphQLEngine engine)
    {
        var text = (string)question["document"]!;
        if (!DocumentParser.TryParse(new SourceText(text), ParserLimits.Request, out var document, out var syntaxError))
        {
            var found = $"{syntaxError.Message} {Places(syntaxError)}";
            var wanted = answer["syntax"] is { } syntax ? $"{syntax["message"]} {Places(syntax)}" : "a document";
            return found == wanted ? null : $"{found} instead of {wanted}";
        }

        if (answer["syntax"] is not null)
        {
            return $"a document instead of {answer["syntax"]}";
        }

        var printed = SyntaxPrinter.Print(document);
        if (printed != (string?)answer["printed"])
        {
            return $"printed\n{printed}\ninstead of\n{answer["printed"]}";
        }

        var errors = DocumentValidator.Validate(engine.Schema, document);
        var difference = Difference(errors, answer);
        return difference ?? (errors.Count > 0 ? null : await AnswerDifferenceAsync(question, answer["result"]!, engine));
    }

    private static string? Difference(IReadOnlyList<ValidationError> errors, JsonNode answer)
    {
        var found = errors.Select(error => error.Rule == Merging ? Merging : $"{error.Rule}: {error.Error.Message} {Places(error.Error)}").Distinct(StringComparer.Ordinal);
        var wanted = answer["errors"]!.AsArray()
            .Select(error => (string?)error!["rule"] == Merging ? Merging : $"{error["rule"]}: {error["message"]} {Places(error)}").Distinct(StringComparer.Ordinal);
        var (more, less) = (found.Except(wanted).ToList(), wanted.Except(found).ToList());
        return more.Count + less.Count == 0 ? null : $"ours alone:   {string.Join("\n                ", more)}\n  theirs alone: {string.Join("\n                ", less)}";
    }

    private static async Task<string?> AnswerDifferenceAsync(JsonObject question, JsonNode wanted, GraphQLEngine engine)
    {
        var request = new GraphQLRequest
        {
            Query = (string)question["document"]!,
            OperationName = (string?)question["operation"],
            Variables = JsonSerializer.SerializeToElement(question["variables"]),
        };
        var prepared = engine.Prepare(request, new Caller("tenant", MayIntrospect: true, null));
        if (prepared.IsSubscription)
        {
            return null;
        }

        var result = await engine.ExecuteAsync(prepared, CancellationToken.None);
        return ResponseComparison.Difference(JsonNode.Parse(ExecutionResultWriter.ToJson(result))!, wanted);
    }

    private static IEnumerable<string> Rules(JsonNode answer) => (answer["errors"] as JsonArray ?? []).Select(error => (string)error!["rule"]!);

    private static string Places(GraphQLError error) => string.Join(' ', error.Locations.Select(place => $"{place.Line}:{place.Column}"));

    private static string Places(JsonNode error) => string.Join(' ', error["locations"]!.AsArray().Select(place => $"{place!["line"]}:{place["column"]}"));
}
