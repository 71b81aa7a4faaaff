namespace FinancialFirewall.Storage.Journals;

/// <summary>Why bytes of a log are not taken.</summary>
/// <param name="Kind">What follows from it.</param>
/// <param name="Found">What was found, as the end of a sentence.</param>
internal sealed record LogProblem(LogProblemKind Kind, string Found);
