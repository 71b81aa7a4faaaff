namespace FinancialFirewall.Storage.Tests.Sites;

/// <summary>What one site sends the other.</summary>
/// <param name="To">The number of the site.</param>
/// <param name="Term">The highest term that the sender knows.</param>
/// <param name="Count">How many commits the follower has.</param>
/// <param name="LastId">The last of them; 0 for none.</param>
/// <param name="Commits">What follows; null in a question.</param>
internal sealed record ModelMessage(int To, uint Term, int Count, int LastId, IReadOnlyList<(uint Term, int Id)>? Commits);
