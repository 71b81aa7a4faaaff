using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.GraphServing;
using GraphQL.Server.Binding;
using GraphQL.Server.Execution;
using GraphQL.Server.Requests;
using GraphQL.Server.Types;

namespace FinancialFirewall.Benchmarks.Graph;

/// <summary>Our server on the gateway's schema, with made-up data instead of its own.</summary>
internal sealed class DashboardEngine
{
    /// <summary>How long every list is.</summary>
    public const int ListLength = 20;

    /// <summary>What a screen asks for when it opens.</summary>
    public const string Document =
        """
        query Dashboard($view: AssessmentView! = PENDING_REVIEW) {
          me { tenantId roles }
          statistics { payments duplicates degraded decisions { decision count } }
          toggleCheck(context: { paymentType: "SEPA" }) { isEnabled level toggle { ...toggle } }
          toggles(view: EFFECTIVE, first: 20) { totalCount nodes { ...toggle } }
          waiting: assessments(view: $view, first: 20) { ...page }
          critical: assessments(view: CRITICAL_RISK, first: 20) { ...page }
          policy { version hash publishedAt warnings }
        }
        fragment toggle on Toggle { id paymentType isEnabled enabledReason disabledReason priority updatedAt }
        fragment page on AssessmentConnection {
          edges { cursor node { id transactionReference decision riskScore riskLevel assessedAt decisionReason } }
          pageInfo { hasNextPage endCursor }
        }
        """;

    private static readonly object Something = new();
    private static readonly JsonElement Json = JsonElement.Parse("""{"a":1}""");

    private readonly GraphQLEngine engine;
    private readonly Caller caller = new("benchmark", MayIntrospect: true, null);
    private readonly ArrayBufferWriter<byte> output = new(1 << 20);

    /// <summary>An engine that remembers so many documents.</summary>
    public DashboardEngine(int maxDocuments)
    {
        var schema = GraphSchema.Read();
        var map = new ResolverMap();
        foreach (var field in schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).SelectMany(type => type.Fields))
        {
            var value = ValueOf(field.Type);
            _ = ReferenceEquals(field.Parent, schema.Subscription)
                ? map.Events(field.ToString(), _ => throw new NotSupportedException("Nothing is subscribed to here."))
                : map.Field(field.ToString(), _ => value);
        }

        engine = new GraphQLEngine(map.Bind(schema), new EngineOptions { MaxDocuments = maxDocuments }, TimeProvider.System);
    }

    /// <summary>Executes the document from its text for a while.</summary>
    public async Task<GraphReport> RunAsync(double seconds)
    {
        var (operations, bytes) = (0L, 0);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
        {
            var result = await engine.ExecuteAsync(Prepare(Document), CancellationToken.None);
            output.ResetWrittenCount();
            ExecutionResultWriter.Write(result, output);
            (operations, bytes) = (operations + 1, output.WrittenCount);
            if (result.Errors.Count > 0)
            {
                throw new InvalidOperationException(result.Errors[0].Message);
            }
        }

        return new GraphReport(operations, Stopwatch.GetElapsedTime(began).TotalSeconds, bytes);
    }

    /// <summary>Looks at a document without executing it.</summary>
    public PreparedRequest Prepare(string document) => engine.Prepare(new GraphQLRequest { Query = document }, caller);

    private static object ValueOf(GraphType type) => type switch
    {
        NonNullType nonNull => ValueOf(nonNull.Nullable),
        ListType list => Enumerable.Repeat(ValueOf(list.Item), ListLength).ToArray(),
        EnumType words => words.Values[0].Name,
        ScalarType { Name: "Int" } => 1,
        ScalarType { Name: "Long" } => 1L,
        ScalarType { Name: "Decimal" } => 0.5m,
        ScalarType { Name: "Boolean" } => true,
        ScalarType { Name: "DateTime" } => new Instant(0),
        ScalarType { Name: "JSON" } => Json,
        ScalarType => "text",
        _ => Something,
    };
}
