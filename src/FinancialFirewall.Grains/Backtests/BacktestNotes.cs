using System.Text.Json;
using FinancialFirewall.Domain.Audit;

namespace FinancialFirewall.Grains.Backtests;

/// <summary>How backtests stand in the audit log: what was tested, over which period.</summary>
internal static class BacktestNotes
{
    public static AuditNote Started(Backtest backtest) => new("BACKTEST_STARTED", TargetOf(backtest))
    {
        Remark = backtest.Name,
        After = JsonSerializer.SerializeToUtf8Bytes(new
        {
            draft = backtest.Draft,
            draftTag = backtest.DraftTag,
            version = backtest.Version,
            policyHash = backtest.PolicyHash,
            from = backtest.From.ToString(),
            to = backtest.To.ToString(),
        }),
    };

    public static AuditNote Cancelled(Backtest backtest) => new("BACKTEST_CANCELLED", TargetOf(backtest)) { Remark = backtest.Name };

    private static string TargetOf(Backtest backtest) => $"backtest/{backtest.Id:D}";
}
