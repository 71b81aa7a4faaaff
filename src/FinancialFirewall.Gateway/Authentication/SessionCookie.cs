using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>
/// The cookie that a browser keeps a session's token in: no script reads it, no other site sends it, and over https it is bound to this host
/// (<c>__Host-</c>, RFC 6265bis).
/// </summary>
internal static class SessionCookie
{
    private const string PlainName = "ff-session";
    private const string SecureName = "__Host-" + PlainName;

    /// <summary>The token; empty where there is none.</summary>
    public static string Read(HttpRequest request) => request.Cookies[NameFor(request)] ?? "";

    /// <summary>Has the browser keep a token.</summary>
    public static void Give(HttpContext context, string token, DateTimeOffset until)
        => context.Response.Cookies.Append(NameFor(context.Request), token, Options(context.Request, until));

    /// <summary>Has the browser forget it.</summary>
    public static void Take(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request, until: null));

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    private static CookieOptions Options(HttpRequest request, DateTimeOffset? until) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = "/",
        Expires = until,
        IsEssential = true,
    };
}
