using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>How the other site is.</summary>
/// <param name="Role">What it is.</param>
/// <param name="HighestTerm">The highest term that it knows.</param>
public sealed record SiteSummary(SiteRole Role, uint HighestTerm);
