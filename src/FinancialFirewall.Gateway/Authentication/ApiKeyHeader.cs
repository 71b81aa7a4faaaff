using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Authentication;

/// <summary>Finds the API key of a request: <c>Authorization: Bearer KEY</c>, else <c>X-Api-Key: KEY</c>.</summary>
internal static class ApiKeyHeader
{
    private const string Scheme = "Bearer ";
    private const string Name = "X-Api-Key";

    /// <summary>The key; empty where none was sent, or several that differ.</summary>
    public static string Read(IHeaderDictionary headers)
    {
        var authorization = headers.Authorization;
        var plain = headers[Name];
        if (authorization.Count > 1 || plain.Count > 1)
        {
            return "";
        }

        var bearer = authorization.Count == 1 && authorization[0]!.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[0]![Scheme.Length..].Trim()
            : "";
        var key = plain.Count == 1 ? plain[0]!.Trim() : "";
        return (bearer, key) switch
        {
            (_, "") => bearer,
            ("", _) => key,
            _ => string.Equals(bearer, key, StringComparison.Ordinal) ? key : "",
        };
    }
}
