using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Storage.Feeds;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>Assessments as they are decided, and the alerts that they raise, read off the journal: what is not on disk is no event.</summary>
internal sealed class AssessmentEvents(RecordFeed feed, PolicyCatalog policies, AssessmentNodes nodes) : IGraphFields
{
    private readonly RecordEvents events = new();

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.eventCursor", call => Task.FromResult<object?>(feed.End(call.Tenant).ToCursor(call.Tenant)));
        roots.Events("Subscription.assessments", call => FollowAsync(call, ReadFilter(call)));
        roots.Events("Subscription.alerts", call => FollowAsync(call, AlertsOf(call)));
        roots.Types.Type<AssessmentEvent>("AssessmentEvent", static type => type
            .Field("cursor", static it => it.Cursor)
            .Field("assessment", static it => it.Assessment));
        roots.Types.Type<AssessmentEvent>("AlertEvent", static type => type
            .Field("cursor", static it => it.Cursor)
            .Field("severity", static it => it.Level)
            .Field("raisedAt", static it => it.At)
            .Field("assessment", static it => it.Assessment));
    }

    private static Result<EventFilter> ReadFilter(GraphCall call)
    {
        var wanted = call.Get<InputObject>("filter") ?? InputObject.Empty;
        var account = wanted.Get<string>("fromAccountNumber") is { Length: > 0 } name ? AccountFilter.Read(name, call.Caller.Cards) : default(Result<ulong>?);
        return account is { IsSuccess: false } refused
            ? Result.Failure<EventFilter>(refused.Errors)
            : new EventFilter(
                AssessmentPageRequest.Names(wanted, "riskLevels", AssessmentFilterNames.Levels),
                AssessmentPageRequest.Names(wanted, "decisions", AssessmentFilterNames.Decisions))
            {
                Account = account?.Value,
                Configuration = wanted.Get<Guid?>("configurationId"),
                Factor = wanted.Get<string>("riskFactor"),
            };
    }

    private static Result<EventFilter> AlertsOf(GraphCall call)
    {
        var severities = AssessmentPageRequest.Names(call.Arguments, "severities", AssessmentFilterNames.Levels);
        return new EventFilter(severities.Count > 0 ? severities : [RiskLevel.High, RiskLevel.Critical], []);
    }

    private async IAsyncEnumerable<object> FollowAsync(GraphCall call, Result<EventFilter> filter)
    {
        var start = call.Get<string>("after") is { } cursor ? feed.Open(call.Tenant, cursor) : feed.End(call.Tenant);
        if (!filter.IsSuccess || !start.IsSuccess)
        {
            yield return GraphRefusals.Of(filter.IsSuccess ? start.Errors : filter.Errors);
            yield break;
        }

        await foreach (var (record, place) in feed.ReadAsync(call.Tenant, start.Value, call.Cancellation))
        {
            if (await MatchesAsync(call, filter.Value, record.Bytes))
            {
                yield return (await events.OfAsync(record, () => EventOfAsync(call.Tenant, record, place.ToCursor(call.Tenant))))!;
            }
        }
    }

    private static AssessmentEvent EventOf(ReadOnlySpan<byte> bytes, string cursor, AssessmentNode assessment)
    {
        var record = new AssessmentRecord(bytes);
        return new AssessmentEvent(cursor, record.Level, record.AssessedAt, assessment);
    }

    private async Task<object?> EventOfAsync(TenantId tenant, FeedRecord record, string cursor)
    {
        var assessment = await nodes.OfAsync(tenant, record.Bytes);
        return EventOf(record.Bytes.Span, cursor, assessment);
    }

    private async ValueTask<bool> MatchesAsync(GraphCall call, EventFilter filter, ReadOnlyMemory<byte> record)
    {
        var matches = filter.Matches(record.Span, out var version);
        if (!matches || !filter.NeedsPolicy)
        {
            return matches;
        }

        var policy = await policies.GetAsync(call.Tenant, version);
        return filter.Matches(record.Span, policy);
    }
}
