namespace FinancialFirewall.Gateway.Sites;

/// <summary>Looks how this site and the other one are; there is none in a firewall that has no other site.</summary>
/// <param name="look">Looks.</param>
/// <param name="mayAnswer">Says whether anything may be answered here.</param>
public sealed class SiteProbe(Func<SiteView> look, Func<bool> mayAnswer)
{
    /// <summary>Whether anything may be answered here.</summary>
    public bool MayAnswer => mayAnswer();

    /// <summary>How they are now.</summary>
    public SiteView Look() => look();
}
