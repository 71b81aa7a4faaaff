using System.Text.Json;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Storage.Feeds;

namespace FinancialFirewall.Gateway.GraphEvents;

/// <summary>What comes into the queue of what waits for a person, and what is done to it, read off the journal.</summary>
internal sealed class ReviewEvents(RecordFeed feed, IAssessmentFinder finder, AssessmentNodes nodes) : IGraphFields
{
    private readonly RecordEvents events = new();

    public void Bind(GraphRoots roots)
    {
        roots.Events("Subscription.reviewQueue", FollowAsync);
        roots.Types.Type<ReviewEvent>("ReviewEvent", static type => type
            .Field("cursor", static it => it.Cursor)
            .Field("followUp", static it => it.FollowUp)
            .Field("assessment", static it => it.Assessment));
    }

    /// <summary>The assessment that a record is about, and the record's own sequence where it is a follow-up; null where it does not concern the queue.</summary>
    private static (AssessmentId Assessment, long? FollowUp)? Read(TenantId tenant, ReadOnlySpan<byte> bytes)
    {
        var header = new RecordHeader(bytes);
        if (header.Kind == RecordKind.Assessment)
        {
            var record = new AssessmentRecord(bytes);
            return AssessmentStanding.Waits(record.Decision) ? (AssessmentId.Of(tenant, header.Partition, header.Sequence, record.AssessedAt), null) : null;
        }

        if (header.Kind != RecordKind.FollowUp)
        {
            return null;
        }

        var followUp = new FollowUpRecord(bytes);
        return followUp.Kind == FollowUpKind.OutcomeReported
            ? null
            : (AssessmentId.Of(tenant, header.Partition, followUp.AssessmentSequence, followUp.AssessedAt), header.Sequence);
    }

    private static JsonElement? FollowUpOf(AssessmentAnswer answer, AssessmentNode node, long? sequence)
    {
        var place = sequence is null ? -1 : answer.FollowUps!.Index().Where(one => one.Item.Sequence == sequence).Select(static one => one.Index).DefaultIfEmpty(-1).First();
        return place < 0 ? null : node.FollowUps.ElementAt(place);
    }

    private async IAsyncEnumerable<object> FollowAsync(GraphCall call)
    {
        var start = call.Get<string>("after") is { } cursor ? feed.Open(call.Tenant, cursor) : feed.End(call.Tenant);
        if (!start.IsSuccess)
        {
            yield return GraphRefusals.Of(start.Errors);
            yield break;
        }

        await foreach (var (record, place) in feed.ReadAsync(call.Tenant, start.Value, call.Cancellation))
        {
            if (Read(call.Tenant, record.Bytes.Span) is { } found
                && await events.OfAsync(record, () => EventOfAsync(call.Tenant, found.Assessment, found.FollowUp, place.ToCursor(call.Tenant))) is { } happened)
            {
                yield return happened;
            }
        }
    }

    private async Task<object?> EventOfAsync(TenantId tenant, AssessmentId assessment, long? followUp, string cursor)
        => await finder.FindAsync(tenant, assessment, CancellationToken.None) is { } answer && await nodes.OfAsync(tenant, answer) is AssessmentNode node
            ? new ReviewEvent(cursor, FollowUpOf(answer, node, followUp), node)
            : null;
}
