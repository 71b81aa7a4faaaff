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
    public static LinkAnswer Of(HttpRequest request, IssuedLink issued) => new(
        $"{request.Scheme}://{request.Host}{PagePath}#{issued.Token}", issued.Token, issued.ExpiresAt.ToString(), UserAnswer.Of(issued.User));
}
