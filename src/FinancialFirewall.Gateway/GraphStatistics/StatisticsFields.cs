using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.GraphStatistics;

/// <summary>What this process has counted for a tenant: once, or again and again.</summary>
internal sealed class StatisticsFields(AssessmentMetrics metrics, TimeProvider time) : IGraphFields
{
    private const int MaximumSeconds = 3_600;

    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.statistics", call => Task.FromResult<object?>(Count(call)));
        roots.Events("Subscription.statistics", CountAgainAsync);
        var map = roots.Types;
        map.Type<StatisticsNode>("Statistics", static type => type
            .Field("at", static counted => counted.At)
            .Field("decisions", static counted => counted.Decisions)
            .Field("payments", static counted => counted.Decisions.Sum(static one => one.Value))
            .Field("duplicates", static counted => counted.Duplicates)
            .Field("degraded", static counted => counted.Degraded)
            .Field("refusals", static counted => counted.Refusals)
            .Field("responseTimes", static counted => counted.ResponseTimes));
        map.Type<ResponseTimeNode>("ResponseTimeCount", static type => type.Field("untilMs", static one => one.UntilMs).Field("count", static one => one.Count));
        map.Type<KeyValuePair<Decision, long>>("DecisionCount", static type => type.Field("decision", static one => one.Key).Field("count", static one => one.Value));
        map.Type<KeyValuePair<string, long>>("RefusalCount", static type => type.Field("code", static one => one.Key).Field("count", static one => one.Value));
    }

    private StatisticsNode Count(GraphCall call)
    {
        var counted = metrics.Of(call.Tenant);
        return new StatisticsNode(
            Instant.From(time.GetUtcNow()),
            [.. Enum.GetValues<Decision>().Select(decision => KeyValuePair.Create(decision, counted.Decided(decision)))],
            counted.Duplicates,
            counted.Degraded,
            [.. counted.Refusals],
            ResponseTimeNode.Of(counted));
    }

    private async IAsyncEnumerable<object> CountAgainAsync(GraphCall call)
    {
        var every = call.Get<int>("every");
        if (every is < 1 or > MaximumSeconds)
        {
            yield return GraphRefusals.Of(RequestErrors.MemberInvalid("every", every.ToString(CultureInfo.InvariantCulture), $"as whole seconds from 1 to {MaximumSeconds}"));
            yield break;
        }

        while (true)
        {
            yield return Count(call);
            await Task.Delay(TimeSpan.FromSeconds(every), time, call.Cancellation);
        }
    }
}
