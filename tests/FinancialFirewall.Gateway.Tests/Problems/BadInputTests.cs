using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Problems;

/// <summary>Bad input is answered as the table in docs/rest-api.md says: the test reads its rows there.</summary>
[Collection(GatewayCollection.Name)]
public sealed class BadInputTests(GatewayFixture fixture)
{
    private const string Heading = "### Bad input, and what is answered";
    private const int LeastRows = 20;

    [Fact]
    public async Task Requests_OfTheTable_AreAnsweredAsItSays()
    {
        var rows = ReadRows();
        var wrong = new List<string>();
        foreach (var (request, body, expected) in rows)
        {
            var answered = await AnswerAsync(request, body);
            if (!string.Equals(expected, answered, StringComparison.Ordinal))
            {
                wrong.Add($"{request} {body}: {answered}, and not {expected}");
            }
        }

        Assert.True(rows.Count >= LeastRows, $"The table has {rows.Count} rows.");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    /// <summary>The rows: a request, its body or nothing, and status, code and member of the first error.</summary>
    private static List<(string Request, string Body, string Expected)> ReadRows()
    {
        var table = File.ReadLines(Path.Combine(Root(), "docs", "rest-api.md"))
            .SkipWhile(static line => !line.Equals(Heading, StringComparison.Ordinal)).Skip(1)
            .SkipWhile(static line => !line.StartsWith("|--", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(static line => line.StartsWith('|'));
        return [.. table.Select(static line => line.Split('|')).Select(static cells => (Plain(cells[1]), Plain(cells[2]), $"{Plain(cells[3])} {Plain(cells[4])} {Plain(cells[5])}".TrimEnd()))];
    }

    private static string Plain(string cell) => cell.Trim(' ', '`');

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docs", "rest-api.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    private async Task<string> AnswerAsync(string line, string body)
    {
        var parts = line.Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        request.Content = body.Length > 0 ? Payments.Json(body) : null;
        using var response = await fixture.Gateway.Client.SendAsync(request);
        var error = (await Problem.ReadAsync(response)).Errors[0];
        return $"{(int)response.StatusCode} {error.Code} {error.Member}".TrimEnd();
    }
}
