using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>What a leader was told of the other site.</summary>
/// <param name="DataDirectory">Where everything is kept.</param>
/// <param name="Key">The key of both sites.</param>
/// <param name="Peer">Where the other site is; null where that is not known.</param>
/// <param name="IsPeerLost">Whether somebody says that the other site does not lead, though it does not answer.</param>
/// <param name="Options">How the leader works with its follower.</param>
internal sealed record SiteSettings(string DataDirectory, SiteKey Key, Uri? Peer, bool IsPeerLost, SiteOptions Options)
{
    /// <summary>How long the other site may take to say how it is.</summary>
    public static readonly TimeSpan AskTimeout = TimeSpan.FromSeconds(5);
}
