using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Batches;

[Collection(GatewayCollection.Name)]
public sealed class BatchEndpointTests(GatewayFixture fixture)
{
    private const string Path = "/api/v1/fraud-risk/assessments/batch";

    [Fact]
    public async Task Post_GoodAndBadLines_AnswersEachInItsPlace()
    {
        var lines = await PostAsync(string.Join(
            '\n',
            Payments.Small("g-1"),
            "",
            "   ",
            "not json",
            Payments.Small("g-2", amount: "-1"),
            Payments.Small("g-3"),
            Payments.Small("g-1"),
            Payments.Small("g-1", amount: "60.00"),
            """{"transactionReference":"g-4","amount":1,"currency":"EUR","fromAccountNumber":"A","color":1}""",
            Payments.Small("g-5")));

        Assert.Equal(8, lines.Count);
        Assert.Equal("g-1", ReferenceOf(lines[0]));
        AssertError(lines[1], 4, 400, "NOT_JSON");
        AssertError(lines[2], 5, 400, "AMOUNT_NOT_POSITIVE");
        Assert.Equal("g-3", ReferenceOf(lines[3]));
        Assert.Equal(lines[0][..^1] + ",\"duplicate\":true}", lines[4]);
        AssertError(lines[5], 8, 409, "REFERENCE_REUSED");
        AssertError(lines[6], 9, 400, "MEMBER_UNKNOWN");
        Assert.Equal("g-5", ReferenceOf(lines[7]));
    }

    [Fact]
    public async Task Post_TenMegabyteLine_IsSkippedAndAnswered()
    {
        var body = $"{Payments.Small("l-1")}\n{{\"description\":\"{new string('x', 10_000_000)}\"}}\n{Payments.Small("l-2")}\n";

        var lines = await PostAsync(body);

        Assert.Equal(3, lines.Count);
        Assert.Equal("l-1", ReferenceOf(lines[0]));
        AssertError(lines[1], 2, 413, "LINE_TOO_LARGE");
        Assert.Contains("10,000,018 bytes", lines[1], StringComparison.Ordinal);
        Assert.Equal("l-2", ReferenceOf(lines[2]));
    }

    [Fact]
    public async Task Post_LineOfTheLimit_IsRead()
    {
        const int Limit = 1 << 20;
        var start = Payments.Small("l-3")[..^1] + ",\"metadata\":{},\"x\":\"";
        var lines = await PostAsync($"{start}{new string('y', Limit - start.Length - 2)}\"}}\n{start}{new string('y', Limit - start.Length - 1)}\"}}\n");

        AssertError(lines[0], 1, 400, "MEMBER_UNKNOWN");
        AssertError(lines[1], 2, 413, "LINE_TOO_LARGE");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Post_ManyLinesInRandomPieces_AnswersInOrder(int seed)
    {
        var random = new Random(seed);
        var references = Enumerable.Range(0, 3000).Select(i => string.Create(CultureInfo.InvariantCulture, $"o-{seed}-{i}")).ToList();
        var body = string.Concat(references.Select(reference => Payments.Small(reference, $"ACC-{random.Next(50)}") + "\n"));
        using var batch = await RawBatch.OpenAsync(fixture.Gateway);
        var reading = batch.ReadLinesAsync(references.Count);
        for (var sent = 0; sent < body.Length;)
        {
            var piece = Math.Min(body.Length - sent, 1 + random.Next(20_000));
            await batch.SendAsync(body.Substring(sent, piece));
            sent += piece;
        }

        await batch.EndAsync();
        var lines = await reading;

        Assert.True(references.SequenceEqual(lines.Select(ReferenceOf)), $"seed {seed}: the answers are not in order");
    }

    [Fact]
    public async Task Post_OneLineAtATime_IsAnsweredWhileTheRequestIsOpen()
    {
        using var batch = await RawBatch.OpenAsync(fixture.Gateway);
        for (var i = 1; i <= 3; i++)
        {
            await batch.SendAsync(Payments.Small($"s-{i}") + "\n");

            Assert.Equal($"s-{i}", ReferenceOf((await batch.ReadLinesAsync(i))[i - 1]));
        }

        await batch.EndAsync();
        Assert.Equal(3, (await batch.ReadLinesAsync(int.MaxValue)).Count);
        Assert.EndsWith("0\r\n\r\n", batch.Response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CutOffInALine_KeepsTheLinesBefore()
    {
        var good = Payments.Small("c-1") + "\n" + Payments.Small("c-2") + "\n";
        using (var batch = await RawBatch.OpenAsync(fixture.Gateway, contentLength: 1000))
        {
            await batch.SendRawAsync(good + Payments.Small("c-3")[..40]);
            await batch.ReadLinesAsync(2);
        }

        Assert.Equal(HttpStatusCode.OK, (await fixture.Gateway.Client.GetAsync("/api/v1/fraud-risk/assessments/transaction/c-1")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await fixture.Gateway.Client.GetAsync("/api/v1/fraud-risk/assessments/transaction/c-2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.Gateway.Client.GetAsync("/api/v1/fraud-risk/assessments/transaction/c-3")).StatusCode);
    }

    [Fact]
    public async Task Post_BrokenChunkInALine_AnswersTheLineAsCutOff()
    {
        using var batch = await RawBatch.OpenAsync(fixture.Gateway);
        await batch.SendAsync(Payments.Small("b-1") + "\n" + Payments.Small("b-2")[..30]);
        await batch.ReadLinesAsync(1);
        await batch.SendRawAsync("this is no chunk\r\n");

        var lines = await batch.ReadLinesAsync(2);

        Assert.Equal("b-1", ReferenceOf(lines[0]));
        AssertError(lines[1], 2, 400, "LINE_CUT_OFF");
    }

    [Fact]
    public async Task Post_LastLineWithoutEnd_IsReadAsItIs()
    {
        var lines = await PostAsync(Payments.Small("e-1") + "\n" + Payments.Small("e-2")[..^5]);

        Assert.Equal("e-1", ReferenceOf(lines[0]));
        AssertError(lines[1], 2, 400, "NOT_JSON");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n  \n")]
    public async Task Post_NothingToDecide_AnswersNothing(string body) => Assert.Empty(await PostAsync(body));

    [Fact]
    public async Task Post_AnswerFull_AnswersEachWhole()
    {
        var lines = await PostAsync(Payments.Small("f-1"), "?answer=full");

        Assert.Equal(
            await fixture.Gateway.Client.GetStringAsync("/api/v1/fraud-risk/assessments/transaction/f-1"),
            Assert.Single(lines));
    }

    [Fact]
    public async Task Post_UnknownContentType_Answers415()
    {
        var problem = await Problem.ReadAsync(await fixture.Gateway.Client.PostAsync(Path, new StringContent("x", Encoding.UTF8, "text/plain")));

        Assert.Equal((415, "CONTENT_TYPE_UNSUPPORTED"), (problem.Status, problem.Errors[0].Code));
    }

    [Fact]
    public async Task Post_OneBatchTooMany_Answers503AndHarmsNoOther()
    {
        await using var gateway = await RunningGateway.StartAsync(static limits => limits.MaximumConcurrentBatches = 1);
        using var first = await RawBatch.OpenAsync(gateway);
        await first.SendAsync(Payments.Small("t-1") + "\n");
        await first.ReadLinesAsync(1);

        using var response = await gateway.Client.PostAsync(Path, Payments.Lines(Payments.Small("t-2")));

        var problem = await Problem.ReadAsync(response);
        Assert.Equal((503, "OVERLOADED"), (problem.Status, problem.Errors[0].Code));
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        await first.SendAsync(Payments.Small("t-3") + "\n");
        Assert.Equal("t-3", ReferenceOf((await first.ReadLinesAsync(2))[1]));
    }

    [Fact]
    public async Task Stop_DuringABatch_AnswersWhatWasReadAndSaysWhereItStopped()
    {
        await using var gateway = await RunningGateway.StartAsync();
        using var batch = await RawBatch.OpenAsync(gateway);
        await batch.SendAsync(Payments.Small("p-1") + "\n");
        await batch.ReadLinesAsync(1);

        var stopping = gateway.StopAsync();
        var lines = await batch.ReadLinesAsync(int.MaxValue);
        await stopping;

        Assert.Equal(2, lines.Count);
        AssertError(lines[1], 2, 503, "STOPPING");
        Assert.EndsWith("0\r\n\r\n", batch.Response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SilentBatch_IsEnded()
    {
        await using var gateway = await RunningGateway.StartAsync(static limits => limits.BatchIdleTime = TimeSpan.FromMilliseconds(50));
        using var batch = await RawBatch.OpenAsync(gateway);
        await batch.SendAsync(Payments.Small("i-1") + "\n");

        var lines = await batch.ReadLinesAsync(int.MaxValue);

        Assert.Equal("i-1", ReferenceOf(lines[0]));
        AssertError(lines[1], 2, 503, "BATCH_IDLE");
    }

    private async Task<IReadOnlyList<string>> PostAsync(string body, string query = "")
    {
        using var response = await fixture.Gateway.Client.PostAsync(Path + query, new StringContent(body, Encoding.UTF8, "application/x-ndjson"));
        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var text = await response.Content.ReadAsStringAsync();
        return text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');
    }

    private static string? ReferenceOf(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.TryGetProperty("errors", out _) ? answer : document.RootElement.GetProperty("transactionReference").GetString();
    }

    private static void AssertError(string line, int number, int status, string code)
    {
        using var document = JsonDocument.Parse(line);
        var problem = Problem.Parse(line);
        Assert.Equal((number, status, code), (document.RootElement.GetProperty("line").GetInt32(), problem.Status, problem.Errors[0].Code));
    }
}
