using FinancialFirewall.Grains.Shadows;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphDrafts;

/// <summary>The fields of what a draft would have decided.</summary>
internal static class ShadowTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        map.Type<ShadowReport>("Shadow", static type => type
            .Field("draft", static report => report.Draft)
            .Field("tag", static report => report.Tag)
            .Field("status", static report => report.Status)
            .Field("startedAt", static report => report.StartedAt)
            .Field("compared", static report => report.Compared)
            .Field("different", static report => report.Different)
            .Field("behind", static report => report.Behind)
            .Field("decisions", static report => report.Pairs)
            .Field("factors", static report => report.Factors)
            .Field("otherFactors", static report => report.OtherFactors)
            .Field("samples", static report => report.Samples));
        map.Type<ShadowPair>("ShadowDecisions", static type => type
            .Field("live", static pair => pair.Live)
            .Field("shadow", static pair => pair.Shadow)
            .Field("count", static pair => pair.Count));
        map.Type<ShadowFactor>("ShadowFactor", static type => type
            .Field("name", static factor => factor.Name)
            .Field("live", static factor => factor.Live)
            .Field("shadow", static factor => factor.Shadow));
        map.Type<ShadowSample>("ShadowSample", static type => type
            .Field("assessmentId", static sample => sample.Assessment)
            .Field("assessedAt", static sample => sample.AssessedAt)
            .Field("live", static sample => sample.Live)
            .Field("liveScore", static sample => sample.LiveScore.ToDecimal())
            .Field("shadow", static sample => sample.Shadow)
            .Field("shadowScore", static sample => sample.ShadowScore.ToDecimal()));
    }
}
