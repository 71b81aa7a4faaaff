using FinancialFirewall.Grains.Trials;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphBacktests;

/// <summary>The fields of reports of what policies would have decided.</summary>
internal static class ReportTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        BindReport(map);
        map.Type<KnownOutcomes>("KnownOutcomes", static type => type
            .Field("fraud", static known => known.Fraud)
            .Field("legitimate", static known => known.Legitimate)
            .Field("isWhole", static known => known.IsWhole));
        map.Type<KnownPayments>("KnownPayments", static type => type
            .Field("all", static payments => payments.All)
            .Field("stoppedBefore", static payments => payments.StoppedBefore)
            .Field("stoppedAfter", static payments => payments.StoppedAfter)
            .Field("blocked", static payments => payments.Blocked)
            .Field("released", static payments => payments.Released));
        map.Type<DecisionPair>("DecisionPair", static type => type
            .Field("before", static pair => pair.Before)
            .Field("after", static pair => pair.After)
            .Field("value", static pair => pair.Value));
        map.Type<MovedValue>("MovedValue", static type => type
            .Field("count", static value => value.Count)
            .Field("amounts", static value => value.Amounts));
        map.Type<CurrencyAmount>("CurrencyAmount", static type => type
            .Field("currency", static sum => sum.Currency)
            .Field("count", static sum => sum.Count)
            .Field("amount", static sum => sum.Amount));
        map.Type<FactorPair>("FactorPair", static type => type
            .Field("name", static factor => factor.Name)
            .Field("before", static factor => factor.Before)
            .Field("after", static factor => factor.After)
            .Field("blocked", static factor => factor.Blocked)
            .Field("released", static factor => factor.Released));
        map.Type<PolicySample>("PolicySample", static type => type
            .Field("assessmentId", static sample => sample.Assessment)
            .Field("assessedAt", static sample => sample.AssessedAt)
            .Field("amount", static sample => sample.Amount)
            .Field("currency", static sample => sample.Currency)
            .Field("before", static sample => sample.Before)
            .Field("scoreBefore", static sample => sample.ScoreBefore.ToDecimal())
            .Field("after", static sample => sample.After)
            .Field("scoreAfter", static sample => sample.ScoreAfter.ToDecimal())
            .Field("factorsGone", static sample => sample.FactorsGone)
            .Field("factorsAdded", static sample => sample.FactorsAdded));
    }

    private static void BindReport(ResolverMap map) => map.Type<PolicyReport>("PolicyReport", static type => type
        .Field("compared", static report => report.Compared)
        .Field("changed", static report => report.Changed)
        .Field("rescored", static report => report.Rescored)
        .Field("erased", static report => report.Erased)
        .Field("firstAssessedAt", static report => report.FirstAssessedAt)
        .Field("lastAssessedAt", static report => report.LastAssessedAt)
        .Field("decisions", static report => report.Decisions)
        .Field("blocked", static report => report.Blocked)
        .Field("released", static report => report.Released)
        .Field("factors", static report => report.Factors)
        .Field("otherFactors", static report => report.OtherFactors)
        .Field("samples", static report => report.Samples)
        .Field("windowsSince", static report => report.WindowsSince)
        .Field("known", static report => report.Known));
}
