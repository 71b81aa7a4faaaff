namespace FinancialFirewall.Host.Sites;

/// <summary>The headers that sign what two sites send each other.</summary>
internal static class SiteHeaders
{
    /// <summary>When a question was asked, in seconds since 1970.</summary>
    public const string Time = "Site-Time";

    /// <summary>A random number that ties the answer to its question.</summary>
    public const string Nonce = "Site-Nonce";

    /// <summary>The signature.</summary>
    public const string Signature = "Site-Signature";

    /// <summary>How much the clocks of both sites may differ.</summary>
    public static readonly TimeSpan MaximumSkew = TimeSpan.FromMinutes(5);
}
