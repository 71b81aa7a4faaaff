using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Grains.Tenants;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphReviews;

/// <summary>The fields of reviews and of what is done to them.</summary>
internal static class ReviewTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        BindReview(map);
        BindCounts(map);
        map.Type<ReviewPageNode>("ReviewPage", static type => type
            .Field("nodes", static page => page.Nodes)
            .Field("totalCount", static page => page.TotalCount)
            .Field("outsideTheQueue", static page => page.Forgotten));
        map.Type<ReviewAssignee>("Reviewer", static type => type.Field("actor", static one => one.Actor).Field("name", static one => one.Name));
        map.Type<ReviewDoneNode>("ReviewDone", static type => type
            .Field("message", static done => ReviewMessages.Of(done.Kept))
            .Field("at", static done => done.Kept.At)
            .Field("assessment", static done => done.Assessment));
        map.Type<OutcomeResult>("OutcomeReceipt", static type => type
            .Field("assessmentId", static kept => kept.Answer!.Assessment.ToGuid())
            .Field("outcome", static kept => kept.Line.Document.Value.Outcome)
            .Field("recorded", static kept => kept.IsNew));
        map.Type<ReviewSettings>("ReviewSettings", static type => type
            .Field("fourEyes", static settings => settings.FourEyes)
            .Field("lowMinutes", static settings => settings.LowMinutes)
            .Field("mediumMinutes", static settings => settings.MediumMinutes)
            .Field("highMinutes", static settings => settings.HighMinutes)
            .Field("criticalMinutes", static settings => settings.CriticalMinutes));
    }

    private static void BindReview(ResolverMap map) => map.Type<ReviewNode>("Review", static type => type
        .Field("assessmentId", static review => review.Answer.Id)
        .Field("transactionReference", static review => review.Answer.TransactionReference)
        .Field("amount", static review => review.Answer.Amount)
        .Field("currency", static review => review.Answer.Currency)
        .Field("decision", static review => review.Answer.Decision)
        .Field("riskLevel", static review => review.Answer.RiskLevel)
        .Field("riskScore", static review => review.Answer.RiskScore)
        .Field("assessedAt", static review => review.Answer.AssessedAt)
        .Field("dueAt", static review => review.Answer.DueAt)
        .Field("overdue", static review => review.Answer.Overdue)
        .Field("claimedBy", static review => review.Answer.ClaimedBy)
        .Field("claimedUntil", static review => review.Answer.ClaimedUntil)
        .Field("votedBy", static review => review.Answer.VotedBy)
        .FieldAsync("assessment", static async (review, context) => await review.AssessmentAsync(context.Cancellation)));

    private static void BindCounts(ResolverMap map) => map.Type<ReviewCounts>("ReviewCounts", static type => type
        .Field("open", static counts => counts.Open)
        .Field("overdue", static counts => counts.Overdue)
        .Field("claimed", static counts => counts.Claimed)
        .Field("low", static counts => counts.ByLevel.GetValueOrDefault(RiskLevel.Low))
        .Field("medium", static counts => counts.ByLevel.GetValueOrDefault(RiskLevel.Medium))
        .Field("high", static counts => counts.ByLevel.GetValueOrDefault(RiskLevel.High))
        .Field("critical", static counts => counts.ByLevel.GetValueOrDefault(RiskLevel.Critical))
        .Field("manualReview", static counts => counts.ByDecision.GetValueOrDefault(Decision.ManualReview))
        .Field("hold", static counts => counts.ByDecision.GetValueOrDefault(Decision.Hold))
        .Field("escalate", static counts => counts.ByDecision.GetValueOrDefault(Decision.Escalate))
        .Field("oldestAt", static counts => counts.OldestAt)
        .Field("outsideTheQueue", static counts => counts.Forgotten));
}
