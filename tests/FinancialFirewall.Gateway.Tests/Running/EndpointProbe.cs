using System.Text;
using System.Text.RegularExpressions;
using FinancialFirewall.Domain.Access;
using FinancialFirewall.Gateway.Authentication;
using Microsoft.AspNetCore.Routing;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>A request to an endpoint whose ids are made up and whose body says nothing.</summary>
internal sealed partial record EndpointProbe(string Method, string Pattern, Permission Permission)
{
    /// <summary>Whether what is asked is judged before anything is looked for: a request that says nothing is refused, whatever there is.</summary>
    public bool IsJudgedFirst => Pattern.Contains("/lists/{name}", StringComparison.Ordinal);

    /// <summary>The request; null where the endpoint is open to all.</summary>
    public static EndpointProbe? Of(RouteEndpoint endpoint)
        => endpoint.Metadata.GetMetadata<AccessDemand>()?.Permission is { } permission
            ? new EndpointProbe(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0], endpoint.RoutePattern.RawText!, permission)
            : null;

    /// <summary>The request, with these values for its parameters; what is not named gets a value that names nothing.</summary>
    public HttpRequestMessage ToRequest(IReadOnlyDictionary<string, string>? values = null)
    {
        var path = Parameter().Replace(Pattern, match => values?.GetValueOrDefault(match.Groups["name"].Value) ?? MadeUp(match));
        var request = new HttpRequestMessage(new HttpMethod(Method), path);
        if (Method is "POST" or "PUT" or "PATCH")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return request;
    }

    public override string ToString() => $"{Method} {Pattern}";

    private static string MadeUp(Match parameter) => parameter.Groups["kind"].Value switch
    {
        ":guid" => "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
        ":int" => "999999999",
        _ => "nothing",
    };

    [GeneratedRegex(@"\{\**(?<name>\w+)(?<kind>:\w+)?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
