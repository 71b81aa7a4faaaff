using System.Globalization;
using System.Net;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Serving;

[Collection(ProcessCollection.Name)]
public sealed class ServerTests
{
    [Fact]
    public async Task Run_FirstStart_PrintsAKeyOnceAndKeepsItForTheOwner()
    {
        using var directory = new TemporaryDirectory();
        var keyFile = Path.Combine(directory.Data, "demo.key");
        await using (var first = await ServerProcess.StartAsync(directory.Data))
        {
            Assert.Equal(first.PrintedKey, (await File.ReadAllTextAsync(keyFile)).TrimEnd('\n'));
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(keyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
            Assert.StartsWith("ff_demo_", first.PrintedKey, StringComparison.Ordinal);
            await first.TerminateAsync();
            Assert.Equal(0, (await first.WaitForExitAsync()).ExitCode);
        }

        await using (var second = await ServerProcess.StartAsync(directory.Data))
        {
            Assert.Null(second.PrintedKey);
        }

        File.Delete(keyFile);
        await using var third = await ServerProcess.StartAsync(directory.Data);
        using var client = new HttpClient { BaseAddress = third.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", third.PrintedKey);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/fraud-risk/assessments/transaction/none")).StatusCode);
    }

    [Fact]
    public async Task Run_DataInUse_IsRefusedByTheHoldersNumber()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(directory.Data);

        foreach (var arguments in new string[][] { ["run", "--urls", "http://127.0.0.1:0", "--data", directory.Data], ["policy", "import", directory.Write("p.json", PolicyFiles.Empty), "--data", directory.Data] })
        {
            var result = await FirewallProgram.RunAsync(arguments);

            Assert.True(result.ExitCode == 4, result.ToString());
            Assert.Contains(server.Id.ToString(CultureInfo.InvariantCulture), result.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Run_AddressInUse_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(directory.Data);

        var result = await FirewallProgram.RunAsync("run", "--urls", server.Address.ToString(), "--data", directory.File("other"));

        Assert.True(result.ExitCode == 7, result.ToString());
        Assert.Contains("Cannot listen on", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OtherPolicyThanTheDatas_IsRefusedWithTheCommandThatImportsIt()
    {
        using var directory = new TemporaryDirectory();
        var policy = directory.Write("my policy.json", PolicyFiles.Empty);
        await using (var first = await ServerProcess.StartAsync(directory.Data))
        {
            await first.TerminateAsync();
            await first.WaitForExitAsync();
        }

        var refused = await FirewallProgram.RunAsync("run", "--urls", "http://127.0.0.1:0", "--data", directory.Data, "--policy", policy);

        Assert.True(refused.ExitCode == 5, refused.ToString());
        Assert.Contains($"firewall policy import '{policy}' --data {directory.Data}", refused.Errors, StringComparison.Ordinal);
        var imported = await FirewallProgram.RunAsync("policy", "import", policy, "--data", directory.Data);
        Assert.True(imported.ExitCode == 0, imported.ToString());
        Assert.Contains("version 2", imported.Output, StringComparison.Ordinal);
        await using var second = await ServerProcess.StartAsync(directory.Data, "--policy", policy);
    }

    [Fact]
    public async Task Terminate_DuringABatch_AnswersWhatWasAccepted()
    {
        using var directory = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(directory.Data);
        var lines = new SamplePayments(1).Take(50);
        using var connection = await BatchConnection.OpenAsync(server.Address, server.PrintedKey!);
        await connection.SendAsync(string.Join('\n', lines) + "\n");
        await connection.ReadLinesAsync(lines.Count);

        await server.TerminateAsync();
        var answers = await connection.ReadLinesAsync(int.MaxValue);
        var result = await server.WaitForExitAsync();

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(lines.Count + 1, answers.Count);
        Assert.Equal(
            Enumerable.Range(1, lines.Count).Select(static number => string.Create(CultureInfo.InvariantCulture, $"T-1-{number}")),
            answers.Take(lines.Count).Select(static answer => Answer.Parse(answer).Answer.Reference));
        Assert.Contains("\"line\":51", answers[^1], StringComparison.Ordinal);
        Assert.Contains("STOPPING", answers[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DirectoryOfANewerVersion_IsRefused()
    {
        using var directory = new TemporaryDirectory();
        await using (var first = await ServerProcess.StartAsync(directory.Data))
        {
            await first.TerminateAsync();
            await first.WaitForExitAsync();
        }

        var manifest = Path.Combine(directory.Data, "firewall.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("\"format\": 3", "\"format\": 4", StringComparison.Ordinal));
        var result = await FirewallProgram.RunAsync("run", "--urls", "http://127.0.0.1:0", "--data", directory.Data);

        Assert.True(result.ExitCode == 3, result.ToString());
        Assert.Contains("format 3", result.Errors, StringComparison.Ordinal);
        Assert.Contains("STORAGE_NEWER", result.Errors, StringComparison.Ordinal);
    }
}
