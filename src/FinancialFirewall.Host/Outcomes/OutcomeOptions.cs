using FinancialFirewall.Gateway.Formats;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>What <c>firewall outcomes</c> was told beside where reports go.</summary>
/// <param name="Path">The file; <c>-</c> is standard input.</param>
/// <param name="Format">How reports are written; null where the file itself tells.</param>
/// <param name="RejectFile">Where refused reports go, which then are no failure; null for nowhere.</param>
internal sealed record OutcomeOptions(string Path, PaymentFormat? Format, string? RejectFile);
