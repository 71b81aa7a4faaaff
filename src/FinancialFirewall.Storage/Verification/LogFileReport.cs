namespace FinancialFirewall.Storage.Verification;

/// <summary>One log file.</summary>
/// <param name="File">Its path in the data directory.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Frames">Its sound frames of whole commits.</param>
/// <param name="Commits">Its whole commits.</param>
public sealed record LogFileReport(string File, long Bytes, long Frames, long Commits);
