using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Assessments;

/// <summary>A gateway of its own: what is counted here must not depend on other tests' payments.</summary>
public sealed class ListAssessmentsEndpointTests : IAsyncLifetime
{
    private const string Path = "/api/v1/fraud-risk/assessments";
    private const string Root = "/api/v1/fraud-risk";
    private const string Card = "4111111111111111";

    private RunningGateway? gateway;

    private HttpClient Client => gateway!.Client;

    public async Task InitializeAsync() => gateway = await RunningGateway.StartAsync();

    public async Task DisposeAsync() => await gateway!.DisposeAsync();

    [Fact]
    public async Task Get_NothingAssessed_AnswersAnEmptyArrayAndCountsNone()
    {
        using var response = await Client.GetAsync(Path);

        Assert.Equal("[]", await response.Content.ReadAsStringAsync());
        Assert.Equal(["0"], response.Headers.GetValues("X-Total-Count"));
        Assert.Equal([$"<{Path}>; rel=\"first\""], response.Headers.GetValues("Link"));
    }

    [Fact]
    public async Task Get_ByCursor_FindsEachOnceNewestFirst()
    {
        await AssessAsync(Enumerable.Range(1, 23).Select(static number => Payments.Small($"p-{number}", $"ACC-{number % 5}")));

        var found = await FollowAsync($"{Path}?size=5&answer=brief");

        Assert.Equal(23, found.Distinct().Count());
        Assert.Equal(23, found.Count);
        Assert.Equal(await FollowAsync($"{Path}?size=500"), found);
    }

    [Fact]
    public async Task Get_ByPage_SaysHowManyThereAreAndWhereTheOthersAre()
    {
        await AssessAsync(Enumerable.Range(1, 7).Select(static number => Payments.Small($"p-{number}", "ACC-1")));

        using var response = await Client.GetAsync($"{Path}?page=1&size=3&sortBy=createdAt&sortDir=asc&answer=brief");

        Assert.Equal(["p-4", "p-5", "p-6"], References(await response.Content.ReadAsStringAsync()));
        Assert.Equal(["7"], response.Headers.GetValues("X-Total-Count"));
        Assert.Equal(["exact"], response.Headers.GetValues("X-Total-Count-Relation"));
        var link = Assert.Single(response.Headers.GetValues("Link"));
        Assert.Contains("page=2>; rel=\"next\"", link, StringComparison.Ordinal);
        Assert.Contains("page=0>; rel=\"prev\"", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SortedByScore_PutsTheRiskiestFirst()
    {
        await AssessAsync([Payments.Small("low"), Payments.Small("high", amount: "25000.00"), Payments.Small("middle", amount: "12000.00")]);

        var down = References(await Client.GetStringAsync($"{Path}?sortBy=riskScore"));
        var up = References(await Client.GetStringAsync($"{Path}?sortBy=riskScore&sortDir=asc"));

        Assert.Equal("low", down[^1]);
        Assert.Equal("low", up[0]);
        Assert.Equal(3, down.Count);
    }

    [Fact]
    public async Task Get_ByAccount_BringsItIntoItsNormalForm()
    {
        await AssessAsync([
            Payments.Small("iban", "DE89370400440532013000"), Payments.Small("card", Card), Payments.Small("other", "ACC-1"),
        ]);

        Assert.Equal(["iban"], References(await Client.GetStringAsync($"{Path}?fromAccountNumber=de89%203704%200044%200532%200130%2000")));
        Assert.Equal(["card"], References(await Client.GetStringAsync($"{Path}?fromAccountNumber={Card}")));
        Assert.Empty(References(await Client.GetStringAsync($"{Path}?fromAccountNumber=ACC-9")));
    }

    [Fact]
    public async Task Get_ByDecisionFactorAndConfiguration_FindsWhatTheAnswersSay()
    {
        await AssessAsync(Enumerable.Range(1, 12).Select(static number => Payments.Small($"p-{number}", $"ACC-{number}", number % 3 == 0 ? "25000.00" : "50.00")));
        using var all = JsonDocument.Parse(await Client.GetStringAsync(Path));
        var first = all.RootElement.EnumerateArray().First(static one => one.GetProperty("riskFactors").GetArrayLength() > 0);
        var factor = first.GetProperty("riskFactors")[0].GetProperty("name").GetString()!;
        var decision = first.GetProperty("decision").GetString()!;
        var configuration = first.GetProperty("configurationId").GetString()!;

        var byAll = References(await Client.GetStringAsync($"{Path}?riskFactor={factor}&decision={decision}&configurationId={configuration}&status=COMPLETED"));

        var expected = all.RootElement.EnumerateArray()
            .Where(one => one.GetProperty("decision").GetString() == decision
                && one.GetProperty("configurationId").GetString() == configuration
                && one.GetProperty("riskFactors").EnumerateArray().Any(held => held.GetProperty("name").GetString() == factor))
            .Select(static one => one.GetProperty("transactionReference").GetString());
        Assert.Equal(expected, byAll);
        Assert.Empty(References(await Client.GetStringAsync($"{Path}?riskFactor=noSuchFactor")));
        Assert.Empty(References(await Client.GetStringAsync($"{Path}?configurationId={Guid.Empty}")));
        Assert.Empty(References(await Client.GetStringAsync($"{Path}?status=FAILED")));
    }

    [Fact]
    public async Task Get_ByTime_TakesTheStartAndLeavesOutTheEnd()
    {
        await AssessAsync([Payments.Small("one")]);
        await AssessAsync([Payments.Small("two")]);
        using var all = JsonDocument.Parse(await Client.GetStringAsync(Path));
        var times = all.RootElement.EnumerateArray().Select(static one => one.GetProperty("assessedAt").GetString()!).ToList();

        Assert.Equal(["two"], References(await Client.GetStringAsync($"{Path}?from={times[0]}")));
        Assert.Equal(["one"], References(await Client.GetStringAsync($"{Path}?until={times[0]}&from={times[1]}")));
    }

    [Theory]
    [InlineData("/manual-reviews", "decision", "MANUAL_REVIEW,HOLD,ESCALATE")]
    [InlineData("/high-risk", "riskLevel", "HIGH,CRITICAL")]
    [InlineData("/critical-risk", "riskLevel", "CRITICAL")]
    public async Task Get_View_IsTheListWithItsFilter(string view, string member, string values)
    {
        await AssessAsync(Enumerable.Range(1, 9).Select(static number => Payments.Small(
            $"p-{number}", "ACC-1", (number % 3) switch { 0 => "95000.00", 1 => "10500.00", _ => "20.00" })));

        using var all = JsonDocument.Parse(await Client.GetStringAsync(Path));
        var expected = all.RootElement.EnumerateArray()
            .Where(one => values.Split(',').Contains(one.GetProperty(member).GetString()))
            .Select(static one => one.GetProperty("transactionReference").GetString());
        Assert.Equal(expected, References(await Client.GetStringAsync(Root + view)));
        Assert.Equal(expected, References(await Client.GetStringAsync($"{Path}?{member}={values}")));
        var problem = await Problem.ReadAsync(await Client.GetAsync($"{Root}{view}?{member}={values}"));
        Assert.Equal((400, "QUERY_UNKNOWN", member), (problem.Status, problem.Errors[0].Code, problem.Errors[0].Member));
    }

    [Fact]
    public async Task Get_AsAnotherTenant_FindsNothing()
    {
        await AssessAsync([Payments.Small("mine")]);
        using var mine = await Client.GetAsync($"{Path}?size=1");

        Assert.Equal("[]", await gateway!.OtherClient.GetStringAsync(Path));
        Assert.Equal("[]", await gateway.OtherClient.GetStringAsync($"{Root}/manual-reviews"));
    }

    [Fact]
    public async Task Get_CursorWithOtherFiltersOrOrder_IsRefused()
    {
        await AssessAsync([Payments.Small("one"), Payments.Small("two")]);
        using var page = await Client.GetAsync($"{Path}?size=1");
        var next = NextOf(page)!;

        Assert.Equal("CURSOR_INVALID", (await Problem.ReadAsync(await Client.GetAsync($"{next}&decision=REJECT"))).Errors[0].Code);
        Assert.Equal("CURSOR_ORDER", (await Problem.ReadAsync(await Client.GetAsync($"{next}&sortBy=riskScore"))).Errors[0].Code);
        Assert.Equal("CURSOR_ORDER", (await Problem.ReadAsync(await Client.GetAsync($"{next}&page=2"))).Errors[0].Code);
    }

    private static List<string?> References(string array)
    {
        using var document = JsonDocument.Parse(array);
        return [.. document.RootElement.EnumerateArray().Select(static one => one.GetProperty("transactionReference").GetString())];
    }

    private static string? NextOf(HttpResponseMessage response)
        => response.Headers.GetValues("Link").SelectMany(static links => links.Split(", "))
            .Where(static link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal))
            .Select(static link => link[1..link.IndexOf('>', StringComparison.Ordinal)])
            .SingleOrDefault();

    private async Task<List<string?>> FollowAsync(string address)
    {
        var found = new List<string?>();
        for (string? next = address; next is not null;)
        {
            using var response = await Client.GetAsync(next);
            found.AddRange(References(await response.Content.ReadAsStringAsync()));
            next = NextOf(response);
        }

        return found;
    }

    private async Task AssessAsync(IEnumerable<string> payments)
    {
        using var response = await Client.PostAsync($"{Path}/batch", Payments.Lines(string.Join('\n', payments)));
        var answers = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("\"errors\"", answers, StringComparison.Ordinal);
    }
}
