namespace FinancialFirewall.Host.Backtests;

/// <summary>What <c>firewall backtest</c> was told beside where the firewall is.</summary>
/// <param name="Request">The request as REST takes it, UTF-8 JSON.</param>
/// <param name="PrintsJson">Whether the whole backtest is printed as JSON instead of text.</param>
internal sealed record BacktestOptions(byte[] Request, bool PrintsJson);
