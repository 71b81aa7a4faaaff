namespace FinancialFirewall.Gateway.Sites;

/// <summary>Looks how this site and the other one are; there is none in a firewall that has no other site.</summary>
/// <param name="look">Looks.</param>
public sealed class SiteProbe(Func<SiteView> look)
{
    /// <summary>How they are now.</summary>
    public SiteView Look() => look();
}
