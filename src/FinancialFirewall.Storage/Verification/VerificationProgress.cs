namespace FinancialFirewall.Storage.Verification;

/// <summary>How far a verification is.</summary>
/// <param name="File">The file that was read.</param>
/// <param name="DoneBytes">The length of all files read so far.</param>
/// <param name="TotalBytes">The length of all files.</param>
public sealed record VerificationProgress(string File, long DoneBytes, long TotalBytes);
