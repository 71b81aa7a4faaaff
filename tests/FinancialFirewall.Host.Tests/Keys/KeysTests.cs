using System.Globalization;
using System.Net;
using System.Text;
using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Keys;

[Collection(ProcessCollection.Name)]
public sealed class KeysTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task Assess_NewDirectory_MakesAKeyBesideItAndNothingReadableInIt()
    {
        using var directory = new TemporaryDirectory();
        var payments = new SamplePayments(5).Take(200).ToList();
        await AssessAsync(directory, payments);

        var key = directory.File("data.master.key");
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(key) == OwnerOnly);
        var accounts = payments.Select(payment => Member(payment, "fromAccountNumber")).Concat(payments.Select(payment => Member(payment, "transactionReference")));
        var keyLine = (await File.ReadAllLinesAsync(key)).Single(line => !line.StartsWith('#'));
        string[] secrets = [.. accounts.Distinct(StringComparer.Ordinal), "fromAccountNumber", "highAmount", "riskRules", "EUR", keyLine];
        Assert.Empty(FindIn(directory.Data, secrets));
        Assert.Empty(FindIn(directory.Data, [Encoding.Latin1.GetString(Convert.FromBase64String(keyLine))]));
    }

    [Fact]
    public async Task Verify_KeysOfAllKinds_SaysWhatItCouldNotProve()
    {
        using var directory = new TemporaryDirectory();
        await AssessAsync(directory, new SamplePayments(6).Take(20));
        Assert.Contains("Everything is whole.", (await FirewallProgram.RunAsync("verify", directory.Data)).Output, StringComparison.Ordinal);

        var other = directory.File("other.key");
        Assert.Equal(0, (await FirewallProgram.RunAsync("keys", "new", other)).ExitCode);
        var wrong = await FirewallProgram.RunAsync("verify", directory.Data, "--master-key", other);
        Assert.True(wrong.ExitCode == 8, wrong.ToString());
        Assert.Contains("NOT OPENED: The data in", wrong.Output, StringComparison.Ordinal);
        Assert.Contains("All checksums are right.", wrong.Output, StringComparison.Ordinal);

        var missing = await FirewallProgram.RunAsync("run", "--data", directory.Data, "--master-key", directory.File("none"), "--urls", "http://127.0.0.1:0");
        Assert.True(missing.ExitCode == 8, missing.ToString());
        Assert.Contains("MASTER_KEY_MISSING", missing.Errors, StringComparison.Ordinal);
        Assert.Contains($"There is no master key in the file '{directory.File("none")}'", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_KeyThatOthersCanRead_NamesTheCommandThatMendsIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var directory = new TemporaryDirectory();
        var key = directory.File("master.key");
        await FirewallProgram.RunAsync("keys", "new", key);
        File.SetUnixFileMode(key, OwnerOnly | UnixFileMode.GroupRead);
        var refused = await FirewallProgram.RunAsync("run", "--data", directory.Data, "--master-key", key, "--urls", "http://127.0.0.1:0");
        Assert.True(refused.ExitCode == 8, refused.ToString());
        Assert.Contains($"mode 0640, 0600 is expected). Run: chmod 600 '{key}' (MASTER_KEY_EXPOSED)", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(directory.Data, "firewall.json")));
    }

    [Fact]
    public async Task Assess_KeyInTheEnvironment_OpensWithItAndWithNoOther()
    {
        using var directory = new TemporaryDirectory();
        var payments = directory.Write("payments.ndjson", string.Join('\n', new SamplePayments(7).Take(5)));
        var key = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray());
        var other = Convert.ToBase64String(Enumerable.Repeat((byte)2, 32).ToArray());
        var first = await FirewallProgram.RunWithKeyAsync(key, "assess", payments, "--data", directory.Data);
        Assert.True(first.ExitCode == 0, first.ToString());
        Assert.False(File.Exists(directory.File("data.master.key")));

        var refused = await FirewallProgram.RunWithKeyAsync(other, "assess", payments, "--data", directory.Data);
        Assert.True(refused.ExitCode == 8, refused.ToString());
        Assert.Contains("MASTER_KEY_WRONG", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(other, refused.Errors, StringComparison.Ordinal);

        var replaced = await FirewallProgram.RunWithKeyAsync($"{other},{key}", "keys", "rotate-master", "--data", directory.Data);
        Assert.True(replaced.ExitCode == 0, replaced.ToString());
        Assert.Equal(8, (await FirewallProgram.RunWithKeyAsync(key, "keys", "list", "--data", directory.Data)).ExitCode);
        var listed = await FirewallProgram.RunWithKeyAsync(other, "keys", "list", "--data", directory.Data);
        Assert.True(listed.ExitCode == 0, listed.ToString());
        Assert.Contains("tenant demo: key 1", listed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_WhileServing_AnswersAndKeepsEverything()
    {
        using var directory = new TemporaryDirectory();
        var oldKey = "";
        await using (var server = await ServerProcess.StartAsync(directory.Data))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Add("X-Api-Key", server.PrintedKey);
            var payments = new SamplePayments(8).Take(3).ToList();
            await PostAsync(client, payments[0]);
            oldKey = (await File.ReadAllLinesAsync(directory.File("data.master.key"))).Single(line => !line.StartsWith('#'));

            var master = await FirewallProgram.RunAsync("keys", "rotate-master", "--data", directory.Data);
            Assert.True(master.ExitCode == 0, master.ToString());
            Assert.Contains("wraps a new root key", master.Output, StringComparison.Ordinal);
            await PostAsync(client, payments[1]);

            var tenants = await FirewallProgram.RunAsync("keys", "rotate-tenants", "--data", directory.Data);
            Assert.True(tenants.ExitCode == 0, tenants.ToString());
            Assert.Contains("Key 2 of 'demo' seals from now on.", tenants.Output, StringComparison.Ordinal);
            await PostAsync(client, payments[2]);
            var unknown = await FirewallProgram.RunAsync("keys", "rotate-tenants", "--data", directory.Data, "--tenant", "nobody");
            Assert.True(unknown.ExitCode == 1, unknown.ToString());
            Assert.Contains("TENANT_KEY_NOT_FOUND", unknown.Errors, StringComparison.Ordinal);
            await server.TerminateAsync();
            Assert.Equal(0, (await server.WaitForExitAsync()).ExitCode);
        }

        Assert.Equal(8, (await FirewallProgram.RunWithKeyAsync(oldKey, "verify", directory.Data)).ExitCode);
        var verified = await FirewallProgram.RunAsync("verify", directory.Data);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Contains("tenant demo: 3 records", verified.Output, StringComparison.Ordinal);
    }

    private static async Task AssessAsync(TemporaryDirectory directory, IEnumerable<string> payments)
    {
        var file = directory.Write("payments.ndjson", string.Join('\n', payments));
        var assessed = await FirewallProgram.RunAsync("assess", file, "--data", directory.Data);
        Assert.True(assessed.ExitCode == 0, assessed.ToString());
    }

    private static async Task PostAsync(HttpClient client, string payment)
    {
        using var content = new StringContent(payment, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/v1/fraud-risk/assessments", content);
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
    }

    private static string Member(string payment, string name)
    {
        using var document = System.Text.Json.JsonDocument.Parse(payment);
        return document.RootElement.GetProperty(name).GetString()!;
    }

    private static List<string> FindIn(string directory, IReadOnlyList<string> secrets)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            var content = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            found.AddRange(secrets.Where(secret => content.Contains(secret, StringComparison.Ordinal)).Select(
                secret => string.Create(CultureInfo.InvariantCulture, $"{file}: {secret}")));
        }

        return found;
    }
}
