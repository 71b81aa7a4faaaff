using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Documents;

/// <summary>What a caller says to have seen before it changes it: <c>If-Match</c> (RFC 9110).</summary>
internal static class SeenTag
{
    /// <summary>The tag without its quotation marks; null where any state will do.</summary>
    public static string? Read(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString().Trim();
        return tag is "" or "*" ? null : tag.Trim('"');
    }
}
