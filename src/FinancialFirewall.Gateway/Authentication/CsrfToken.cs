using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>
/// Proves that a request with a session's cookie was made by a page that could read an answer of ours: a hash of the session's token, which nobody else can
/// compute. Requests that only read need none.
/// </summary>
internal static class CsrfToken
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-CSRF-Token";

    private const string Purpose = "csrf\n";

    /// <summary>The token that belongs to a session's.</summary>
    public static string Of(string sessionToken) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Purpose + sessionToken)));

    /// <summary>Whether a request may change something in the name of a session.</summary>
    public static bool IsRight(HttpRequest request, string sessionToken)
    {
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return isReading || IsRight(request.Headers, sessionToken);
    }

    /// <summary>Whether headers, or what stands for them, carry the token that belongs to a session's.</summary>
    public static bool IsRight(IHeaderDictionary headers, string sessionToken) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(headers[Header].ToString()), Encoding.UTF8.GetBytes(Of(sessionToken)));
}
