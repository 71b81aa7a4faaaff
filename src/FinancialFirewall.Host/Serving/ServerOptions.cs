using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Serving;

/// <summary>What <c>firewall run</c> was told.</summary>
/// <param name="Urls">Where to listen, separated by <c>;</c>.</param>
/// <param name="DataDirectory">Where everything is kept, an absolute path.</param>
/// <param name="MasterKey">Where the key is kept that opens it.</param>
/// <param name="PolicyFile">The policy file; null for the built-in one.</param>
internal sealed record ServerOptions(string Urls, string DataDirectory, IMasterKeySource MasterKey, string? PolicyFile)
{
    /// <summary>The other site; null where there is none.</summary>
    public SiteSettings? Site { get; init; }
}
