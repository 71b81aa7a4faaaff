using FinancialFirewall.Host.Sites;
using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Host.Following;

/// <summary>What <c>firewall follow</c> was told.</summary>
/// <param name="Urls">Where to listen, separated by <c>;</c>.</param>
/// <param name="DataDirectory">Where everything is kept, an absolute path.</param>
/// <param name="MasterKey">Where the key is kept that opens it: that of the leader.</param>
/// <param name="Leader">Where the leader is.</param>
/// <param name="Settings">The key of both sites, and how this one leads when it is promoted.</param>
/// <param name="IsRewinding">Whether what the leader does not have is put aside.</param>
/// <param name="IsCopyingAnew">Whether everything is put aside and copied anew.</param>
internal sealed record FollowOptions(
    string Urls, string DataDirectory, IMasterKeySource MasterKey, Uri Leader, SiteSettings Settings, bool IsRewinding, bool IsCopyingAnew);
