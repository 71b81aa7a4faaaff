using FinancialFirewall.Grains.Backtests;
using GraphQL.Server.Binding;

namespace FinancialFirewall.Gateway.GraphBacktests;

/// <summary>The fields of backtests.</summary>
internal static class BacktestTypes
{
    /// <summary>Binds them.</summary>
    public static void Bind(ResolverMap map)
    {
        map.Type<Backtest>("Backtest", static type => type
            .Field("id", static backtest => backtest.Id)
            .Field("status", static backtest => backtest.Status)
            .Field("name", static backtest => backtest.Name)
            .Field("draft", static backtest => backtest.Draft)
            .Field("draftTag", static backtest => backtest.DraftTag)
            .Field("version", static backtest => backtest.Version)
            .Field("policyHash", static backtest => backtest.PolicyHash)
            .Field("from", static backtest => backtest.From)
            .Field("to", static backtest => backtest.To)
            .Field("asOf", static backtest => backtest.AsOf)
            .Field("startedBy", static backtest => backtest.StartedBy)
            .Field("startedAt", static backtest => backtest.StartedAt)
            .Field("endedAt", static backtest => backtest.EndedAt)
            .Field("progress", static backtest => backtest.Progress)
            .Field("report", static backtest => backtest.Report)
            .Field("error", static backtest => backtest.Error));
        map.Type<BacktestProgress>("BacktestProgress", static type => type
            .Field("read", static progress => progress.Read)
            .Field("records", static progress => progress.Records)
            .Field("percent", static progress => progress.Percent)
            .Field("compared", static progress => progress.Compared)
            .Field("perSecond", static progress => progress.PerSecond));
    }
}
