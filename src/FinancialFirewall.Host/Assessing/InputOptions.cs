using FinancialFirewall.Gateway.Formats;

namespace FinancialFirewall.Host.Assessing;

/// <summary>Which payments are read, and how.</summary>
/// <param name="Path">The file; <c>-</c> is standard input.</param>
/// <param name="Format">How payments are written; null where the file itself tells.</param>
/// <param name="MapFile">The column map of a CSV file; null where its header tells.</param>
internal sealed record InputOptions(string Path, PaymentFormat? Format, string? MapFile);
