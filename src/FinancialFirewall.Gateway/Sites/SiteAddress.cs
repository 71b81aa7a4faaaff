namespace FinancialFirewall.Gateway.Sites;

/// <summary>Where one site asks the other.</summary>
public static class SiteAddress
{
    /// <summary>The path; what is sent there is signed with the key of both sites.</summary>
    public static string Path => "/replication/v1";
}
