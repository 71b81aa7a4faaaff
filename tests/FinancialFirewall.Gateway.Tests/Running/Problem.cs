using System.Text.Json;

namespace FinancialFirewall.Gateway.Tests.Running;

/// <summary>A problem as a client reads it.</summary>
internal sealed record Problem(int Status, string Title, IReadOnlyList<ProblemError> Errors)
{
    /// <summary>Reads a response that must be problem details, and consistent.</summary>
    public static async Task<Problem> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)response.StatusCode, problem.Status);
        return problem;
    }

    /// <summary>Reads a problem, or a line of a batch's answer.</summary>
    public static Problem Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var errors = root.GetProperty("errors").EnumerateArray().Select(static error => new ProblemError(
            error.GetProperty("code").GetString()!,
            error.GetProperty("member").GetString()!,
            error.GetProperty("value").GetString()!,
            error.GetProperty("message").GetString()!)).ToList();
        return new Problem(root.GetProperty("status").GetInt32(), root.GetProperty("title").GetString()!, errors);
    }
}
