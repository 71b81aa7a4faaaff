namespace FinancialFirewall.Storage.Sites;

/// <summary>Where the logs ended when a term began: what is behind, in a log of an earlier term, is no part of the history.</summary>
/// <param name="Term">The term.</param>
/// <param name="Position">Where.</param>
internal readonly record struct TermBegin(uint Term, SitePosition Position);
