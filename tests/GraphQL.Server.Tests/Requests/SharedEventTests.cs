using System.Text.Json;
using GraphQL.Server.Binding;
using GraphQL.Server.Errors;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using GraphQL.Server.Schemas;

namespace GraphQL.Server.Tests.Requests;

/// <summary>Events that many subscriptions hear of: who asks for the same with the same rights is answered by one execution, and nobody is answered otherwise than alone.</summary>
public sealed class SharedEventTests
{
    private const int Rounds = 300;

    private const string Sdl = """
        type Query { none: Int }
        type Subscription { things(after: Int): Thing, numbers: [Named] }
        interface Named { name(suffix: String = "."): String! }
        type Thing implements Named { name(suffix: String = "."): String!, number: Int, inner: Thing, inners: [Thing!]!, broken: Int, asker: String }
        """;

    private static readonly string[] Audiences = ["reads", "reads", "writes"];

    private readonly List<string> failures = [];
    private int reads;

    [Fact]
    public async Task StreamAsync_SubscriptionsThatSelectTheSame_AreExecutedOnceWhateverTheFieldIsGiven()
    {
        var engine = Engine();
        var share = new EventShare(3);

        var first = await AskAsync(engine, "subscription($a: Int) { things(after: $a) { name number } }", """{"a":1}""", new SharedEvent(share, "reads"));
        var second = await AskAsync(engine, "subscription($a: Int) { things(after: $a) { name number } }", """{"a":2}""", new SharedEvent(share, "reads"));

        Assert.Equal("""{"data":{"things":{"name":"3.","number":3}}}""", first);
        Assert.Equal(first, second);
        Assert.Equal(2, reads);
    }

    [Theory]
    [InlineData("subscription { things { name } }", "{}", "writes")]
    [InlineData("subscription($s: String) { things { name(suffix: $s) } }", """{"s":"!"}""", "reads")]
    [InlineData("subscription($s: Boolean! = true) { things { name ... @skip(if: $s) { number } } }", """{"s":false}""", "reads")]
    [InlineData("subscription($s: Boolean! = true) { ...Of } fragment Of on Subscription { things { name ...In } } fragment In on Named { name @include(if: $s) }", """{"s":false}""", "reads")]
    public async Task StreamAsync_AnotherAudienceOrOtherVariables_AreExecutedForThemselves(string document, string variables, string audience)
    {
        var engine = Engine();
        var share = new EventShare(3);

        await AskAsync(engine, document, "{}", new SharedEvent(share, "reads"));
        var once = reads;
        await AskAsync(engine, document, variables, new SharedEvent(share, audience));

        Assert.True(reads > once, $"{once} reads for the first, and {reads - once} for the second");
    }

    [Fact]
    public async Task StreamAsync_FieldThatIsGivenTheRequest_IsAnsweredToEachForItself()
    {
        var engine = Engine();
        var share = new EventShare(3);
        const string Document = "subscription { things { ... on Named { ... on Thing { asker } } } }";

        Assert.Equal("""{"data":{"things":{"asker":"ann"}}}""", await AskAsync(engine, Document, "{}", new SharedEvent(share, "reads"), "ann"));
        Assert.Equal("""{"data":{"things":{"asker":"bob"}}}""", await AskAsync(engine, Document, "{}", new SharedEvent(share, "reads"), "bob"));
    }

    [Fact]
    public async Task StreamAsync_ResolverThatThrows_TellsTheHostOnceAndAllTheSame()
    {
        var engine = Engine();
        var share = new EventShare(3);

        var first = await AskAsync(engine, "subscription { things { broken name } }", "{}", new SharedEvent(share, "reads"));
        var second = await AskAsync(engine, "subscription { things { broken name } }", "{}", new SharedEvent(share, "reads"));

        Assert.Equal(
            """{"errors":[{"message":"The field Thing.broken could not be answered: the server has failed.","locations":[{"line":1,"column":25}],"path":["things","broken"],"extensions":{"code":"INTERNAL"}}],"data":{"things":{"broken":null,"name":"3."}}}""",
            first);
        Assert.Equal(first, second);
        Assert.Equal(["Thing.broken: a secret"], failures);
    }

    [Fact]
    public async Task StreamAsync_AnyDocuments_AreAnsweredAsIfEachWereAlone()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        var engine = Engine();
        var documents = Enumerable.Range(0, 12).Select(_ => "subscription($s: String, $b: Boolean! = true) { things(after: 1) { used: name(suffix: $s) @include(if: $b) " + Selection(random, 3) + " } }").ToList();
        var share = new EventShare(0);
        for (var round = 0; round < Rounds; round++)
        {
            share = random.Next(4) == 0 ? new EventShare(random.Next(5)) : share;
            var document = documents[random.Next(documents.Count)];
            var variables = random.Next(3) switch { 0 => "{}", 1 => """{"s":"?","b":true}""", _ => """{"s":null,"b":false}""" };

            var shared = await AskAsync(engine, document, variables, new SharedEvent(share, Audiences[random.Next(Audiences.Length)]));
            var alone = await AskAsync(engine, document, variables, share.Value);
            Assert.True(alone == shared, $"seed {Seed}, round {round}: {document} with {variables} gave {shared} and not {alone}");
        }
    }

    [Fact]
    public async Task StreamAsync_ManyAtOnce_AreExecutedOnce()
    {
        var engine = Engine();
        var share = new EventShare(7);
        using var gate = new ManualResetEventSlim();

        var asking = Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
        {
            gate.Wait();
            return AskAsync(engine, "subscription { things { number } }", "{}", new SharedEvent(share, "reads"));
        })).ToList();
        gate.Set();
        var answers = await Task.WhenAll(asking);

        Assert.Equal(["""{"data":{"things":{"number":7}}}"""], answers.Distinct());
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task StreamAsync_MoreDifferentAnswersThanAreKept_AreAllRight()
    {
        var engine = Engine();
        var share = new EventShare(7);

        for (var i = 0; i < 80; i++)
        {
            Assert.Equal(
                """{"data":{"things":{"name":"7#"}}}""".Replace("#", $"{i}", StringComparison.Ordinal),
                await AskAsync(engine, "subscription($s: String) { things { name(suffix: $s) } }", $$"""{"s":"{{i}}"}""", new SharedEvent(share, "reads")));
        }
    }

    private static string Selection(Random random, int depth) => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(i => random.Next(7) switch
    {
        0 => "number",
        1 => $"n{i}: name",
        2 => $"s{i}: name(suffix: $s)",
        3 when depth > 0 => $"in{i}: inner {{ {Selection(random, depth - 1)} }}",
        4 when depth > 0 => $"all{i}: inners {{ {Selection(random, depth - 1)} }}",
        5 => "broken",
        6 when depth > 0 => $"... @include(if: $b) {{ {Selection(random, depth - 1)} }}",
        _ => "__typename",
    }));

    /// <summary>The answer to one event.</summary>
    private static async Task<string> AskAsync(GraphQLEngine engine, string document, string variables, object happened, string asker = "ann")
    {
        var request = new GraphQLRequest { Query = document, Variables = JsonSerializer.Deserialize<JsonElement>(variables) };
        var prepared = engine.Prepare(request, new Caller("a", MayIntrospect: true, (asker, happened)));
        Assert.Empty(prepared.Errors);
        await foreach (var answer in engine.StreamAsync(prepared, CancellationToken.None))
        {
            return ExecutionResultWriter.ToJson(answer);
        }

        return "";
    }

    private static async IAsyncEnumerable<object?> Once(FieldContext context)
    {
        await Task.Yield();
        yield return (((string Asker, object Happened))context.Request.State!).Happened;
    }

    private GraphQLEngine Engine()
    {
        var bound = new ResolverMap()
            .Field("Query.none", static _ => null)
            .Events("Subscription.things", Once)
            .Events("Subscription.numbers", Once)
            .TypeOf("Named", static _ => "Thing")
            .Type<int>("Thing", type => type
                .Field("name", (number, arguments) => Read($"{number}{arguments.Get<string>("suffix")}"))
                .Field("number", number => Read(number))
                .Field("inner", static number => number > 0 ? number - 1 : null)
                .Field("inners", static number => Enumerable.Range(0, number).ToList())
                .Field("broken", static _ => throw new InvalidOperationException("a secret"))
                .FieldAsync("asker", static (_, context) => Task.FromResult<object?>((((string Asker, object Happened))context.Request.State!).Asker)))
            .Bind(SchemaReader.Read(new SourceText(Sdl)));
        var options = new EngineOptions { OnFailure = (failure, field) => failures.Add($"{field}: {failure.Message}") };
        return new GraphQLEngine(bound, options, TimeProvider.System);
    }

    /// <summary>A value that is read off a thing, and counted.</summary>
    private object? Read(object? value)
    {
        Interlocked.Increment(ref reads);
        return value;
    }
}
