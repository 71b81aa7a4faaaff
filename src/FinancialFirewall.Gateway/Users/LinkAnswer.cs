using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Users;

/// <summary>A link that was made just now: the only answer that has it. No mail is sent: who made it hands it on.</summary>
/// <param name="Link">The link, with its token behind the #, so that no server on the way sees it.</param>
/// <param name="Token">The token alone.</param>
/// <param name="ExpiresAt">From when on it is not good any more.</param>
/// <param name="User">Whom it is for.</param>
internal sealed record LinkAnswer(string Link, string Token, string ExpiresAt, UserAnswer User)
{
    /// <summary>Where the page is that takes a link up.</summary>
    public const string PagePath = "/invitation";

    /// <summary>A link that leads to where the request came to.</summary>
    public static LinkAnswer Of(HttpRequest request, IssuedLink issued)
        => new(LinkOf(SiteOf(request), issued.Token), issued.Token, issued.ExpiresAt.ToString(), UserAnswer.Of(issued.User));

    /// <summary>The link of a token.</summary>
    /// <param name="site">The address that people reach the firewall by, without a slash at its end.</param>
    /// <param name="token">The token.</param>
    public static string LinkOf(string site, string token) => $"{site}{PagePath}#{token}";

    /// <summary>The address by which a request has reached the firewall.</summary>
    public static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
