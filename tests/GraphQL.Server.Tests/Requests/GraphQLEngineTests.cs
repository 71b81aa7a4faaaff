using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using GraphQL.Server.Schemas;

namespace GraphQL.Server.Tests.Requests;

/// <summary>Requests from text to answer: resolvers, loaders, order, limits and hashes.</summary>
public sealed class GraphQLEngineTests
{
    private const string Sdl = """
        directive @cost(complexity: Int! = 1, multipliers: [String!]) on FIELD_DEFINITION
        type Query { people(first: Int! = 2): [Person!] @cost(complexity: 2, multipliers: ["first"]) broken: Int never: Int }
        type Person { id: Int! boss: Person strict: Int! }
        type Mutation { append(text: String!): String }
        """;

    private readonly List<string> calls = [];
    private readonly List<string> failures = [];
    private string log = "";

    [Fact]
    public async Task ExecuteAsync_ManyKeysOnALevel_FetchesOnceALevel()
    {
        var answer = await AskAsync("{ people(first: 3) { id boss { id boss { id } } } }");

        Assert.Equal(
            """{"data":{"people":[{"id":1,"boss":{"id":10,"boss":{"id":100}}},{"id":2,"boss":{"id":20,"boss":{"id":200}}},{"id":3,"boss":{"id":30,"boss":{"id":300}}}]}}""",
            answer);
        Assert.Equal(["1,2,3", "10,20,30"], calls);
    }

    [Fact]
    public async Task ExecuteAsync_Mutations_BeginWhenTheOneBeforeHasEnded()
    {
        var answer = await AskAsync("mutation { a: append(text: \"x\") b: append(text: \"y\") c: append(text: \"z\") }");

        Assert.Equal("""{"data":{"a":"x","b":"xy","c":"xyz"}}""", answer);
    }

    [Fact]
    public async Task ExecuteAsync_NullWhereNoneMayBe_TakesTheNearestPlaceThatMay()
    {
        var answer = await AskAsync("{ people(first: 2) { id boss { strict } } }");

        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Person.strict.","locations":[{"line":1,"column":32}],"path":["people",0,"boss","strict"]},{"message":"Cannot return null for non-nullable field Person.strict.","locations":[{"line":1,"column":32}],"path":["people",1,"boss","strict"]}],"data":{"people":[{"id":1,"boss":null},{"id":2,"boss":null}]}}""",
            answer);
    }

    [Fact]
    public async Task ExecuteAsync_ResolverThatThrows_TellsTheHostAndNotTheClient()
    {
        var answer = await AskAsync("{ broken people(first: 1) { id } }");

        Assert.Equal(
            """{"errors":[{"message":"The field Query.broken could not be answered: the server has failed.","locations":[{"line":1,"column":3}],"path":["broken"],"extensions":{"code":"INTERNAL"}}],"data":{"broken":null,"people":[{"id":1}]}}""",
            answer);
        Assert.Equal(["Query.broken: a secret"], failures);
    }

    [Fact]
    public async Task ExecuteAsync_LongerThanAllowed_IsGivenUp()
    {
        var time = new ManualTime();
        var engine = Engine(new EngineOptions { Timeout = TimeSpan.FromSeconds(3) }, time);
        var prepared = engine.Prepare(new GraphQLRequest { Query = "{ never }" }, Anybody);

        var asking = engine.ExecuteAsync(prepared, CancellationToken.None);
        Assert.False(asking.IsCompleted);
        time.FireTimers();

        Assert.Equal(
            """{"errors":[{"message":"The request took longer than 3 s and was given up.","extensions":{"code":"TIMEOUT"}}]}""",
            ExecutionResultWriter.ToJson(await asking));
    }

    [Theory]
    [InlineData("{ people { boss { boss { boss { id } } } } }", "The document nests fields 5 levels deep; 4 are allowed.")]
    [InlineData("{ people { ...f } } fragment f on Person { boss { boss { boss { id } } } }", "The document nests fields 5 levels deep; 4 are allowed.")]
    [InlineData("{ a: people { b: id c: id d: id } }", "The document has 4 aliases; 3 are allowed.")]
    [InlineData("{ people @include(if: true) { id @skip(if: false) boss @skip(if: true) @include(if: true) { id } } }", "The document has 4 directives; 3 are allowed.")]
    [InlineData("{ people(first: 40) { id boss { id } } }", "The operation costs 122; 100 are allowed. Ask for fewer fields or shorter pages.")]
    [InlineData("query ($n: Int!) { people(first: $n) { id boss { id } } }", "The operation costs 122; 100 are allowed. Ask for fewer fields or shorter pages.")]
    public async Task ExecuteAsync_MoreThanALimit_IsRefusedWithItsNumber(string document, string message)
    {
        var limits = new GraphQL.Server.Limits.DocumentLimits { MaxDepth = 4, MaxAliases = 3, MaxDirectives = 3, MaxComplexity = 100 };

        var answer = await AskAsync(document, new EngineOptions { Limits = limits }, """{"n":40}""");

        Assert.Equal(message, (string)System.Text.Json.Nodes.JsonNode.Parse(answer)!["errors"]![0]!["message"]!);
    }

    [Fact]
    public void ToObject_NumbersOfAnyScalar_KeepWhetherTheyAreWhole()
    {
        var json = new GraphQL.Server.Types.ScalarInput(JsonSerializer.Deserialize<JsonElement>("[1, 1.5]"));

        Assert.Equal([1L, 1.5], Assert.IsType<List<object?>>(json.ToObject()));
    }

    [Fact]
    public async Task ExecuteAsync_SchemaForWhoMayNotSeeIt_IsDenied()
    {
        var engine = Engine(new EngineOptions(), TimeProvider.System);
        var prepared = engine.Prepare(new GraphQLRequest { Query = "{ __schema { types { name } } }" }, new Caller("a", MayIntrospect: false, null));

        Assert.Equal(
            """{"errors":[{"message":"The schema is not shown to you.","extensions":{"code":"INTROSPECTION_DENIED"}}]}""",
            ExecutionResultWriter.ToJson(await engine.ExecuteAsync(prepared, CancellationToken.None)));
    }

    [Fact]
    public void Prepare_HashOfADocumentThatWasSentOnce_StandsForIt()
    {
        const string text = "{ people { id } }";
        var hash = DocumentCache.Hash(text);
        var engine = Engine(new EngineOptions { MaxDocuments = 2 }, TimeProvider.System);

        var unknown = engine.Prepare(new GraphQLRequest { Sha256Hash = hash }, Anybody);
        var wrong = engine.Prepare(new GraphQLRequest { Query = text, Sha256Hash = "00" }, Anybody);
        var sent = engine.Prepare(new GraphQLRequest { Query = text, Sha256Hash = hash }, Anybody);
        var known = engine.Prepare(new GraphQLRequest { Sha256Hash = hash }, Anybody);
        engine.Prepare(new GraphQLRequest { Query = "{ broken }" }, Anybody);
        engine.Prepare(new GraphQLRequest { Query = "{ never }" }, Anybody);
        var forgotten = engine.Prepare(new GraphQLRequest { Sha256Hash = hash }, Anybody);

        Assert.Equal("PersistedQueryNotFound", unknown.Errors.Single().Message);
        Assert.Equal($"The hash of the document is {hash}, and not 00.", wrong.Errors.Single().Message);
        Assert.Empty(sent.Errors);
        Assert.Empty(known.Errors);
        Assert.Equal("PersistedQueryNotFound", forgotten.Errors.Single().Message);
    }

    [Fact]
    public void Prepare_RegisteredDocumentsAlone_RefusesEveryOther()
    {
        const string text = "{ people { id } }";
        var registered = new Dictionary<string, string>(StringComparer.Ordinal) { [DocumentCache.Hash(text)] = text };
        var engine = Engine(new EngineOptions { RegisteredDocuments = registered }, TimeProvider.System);

        Assert.Empty(engine.Prepare(new GraphQLRequest { Sha256Hash = DocumentCache.Hash(text) }, Anybody).Errors);
        Assert.Empty(engine.Prepare(new GraphQLRequest { Query = text }, Anybody).Errors);
        Assert.Equal(
            "Only registered documents are executed, and this is none of them.",
            engine.Prepare(new GraphQLRequest { Query = "{ broken }" }, Anybody).Errors.Single().Message);
    }

    [Fact]
    public void Prepare_HostileDocuments_AreRefused()
    {
        var engine = Engine(new EngineOptions(), TimeProvider.System);
        var cycle = string.Concat(Enumerable.Range(0, 900).Select(i => $"fragment F{i} on Person {{ boss {{ ...F{(i + 1) % 900} }} }} ")) + "{ people { ...F0 } }";
        var doubling = string.Concat(Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Person {{ a: boss {{ ...F{i + 1} }} b: boss {{ ...F{i + 1} }} }} ")) + "fragment F60 on Person { id } { people { ...F0 } }";
        string[] hostile =
        [
            $"{{ {string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"a{i}: broken"))} }}",
            string.Concat(Enumerable.Repeat("{ boss ", 10_000)) + string.Concat(Enumerable.Repeat("}", 10_000)),
            $"{{ broken {string.Concat(Enumerable.Repeat("@skip(if: true) ", 5_000))} }}",
            $"{{ people(first: [{string.Join(',', Enumerable.Repeat("1", 50_000))}]) {{ id }} }}",
            cycle,
            doubling,
        ];

        Assert.All(hostile, document => Assert.NotEmpty(engine.Prepare(new GraphQLRequest { Query = document }, Anybody).Errors));
    }

    [Fact]
    public void Bind_FieldWithoutResolverAndResolverWithoutField_StopsWithTheirNames()
    {
        var map = new ResolverMap().Field("Query.people", _ => null).Field("Query.gone", _ => null).TypeOf("Person", _ => "Person");

        var failure = Assert.Throws<UnboundSchemaException>(() => map.Bind(SchemaReader.Read(new SourceText("type Query { people: Int other: Int }"))));

        Assert.Equal(
            ["The field Query.other has no resolver.", "The resolver Query.gone has no field.", "Person is no interface and no union of the schema."], failure.Complaints);
    }

    private static Caller Anybody => new("a", MayIntrospect: true, null);

    private async Task<string> AskAsync(string document, EngineOptions? options = null, string variables = "{}")
    {
        var engine = Engine(options ?? new EngineOptions(), TimeProvider.System);
        var prepared = engine.Prepare(new GraphQLRequest { Query = document, Variables = JsonSerializer.Deserialize<JsonElement>(variables) }, Anybody);
        return ExecutionResultWriter.ToJson(await engine.ExecuteAsync(prepared, CancellationToken.None));
    }

    private GraphQLEngine Engine(EngineOptions options, TimeProvider time)
    {
        var bosses = new Loader<int, int>("bosses", async (keys, _) =>
        {
            await Task.Yield();
            calls.Add(string.Join(',', keys));
            return keys.ToDictionary(key => key, key => key * 10);
        });
        var bound = new ResolverMap()
            .Field("Query.people", context => Enumerable.Range(1, context.Arguments.Get<int>("first")).ToList())
            .Field("Query.broken", _ => throw new InvalidOperationException("a secret"))
            .FieldAsync("Query.never", _ => new TaskCompletionSource<object?>().Task)
            .FieldAsync("Mutation.append", AppendAsync)
            .Type<int>("Person", person => person
                .Field("id", id => id)
                .Field("strict", _ => null)
                .FieldAsync("boss", async (id, context) => await context.LoadAsync(bosses, id)))
            .Bind(SchemaReader.Read(new SourceText(Sdl)));
        return new GraphQLEngine(bound, options with { OnFailure = (failure, field) => failures.Add($"{field}: {failure.Message}") }, time);
    }

    private async Task<object?> AppendAsync(FieldContext context)
    {
        var before = log;
        await Task.Yield();
        return log = before + context.Arguments.Get<string>("text");
    }
}
