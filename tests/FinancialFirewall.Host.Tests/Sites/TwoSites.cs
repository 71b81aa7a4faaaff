using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Sites;

/// <summary>Two data directories with the keys that both sites have.</summary>
internal sealed class TwoSites : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public string First => directory.File("first");

    public string Second => directory.File("second");

    private string[] Keys => ["--site-key", directory.File("site.key"), "--master-key", directory.File("master.key")];

    public async Task MakeKeysAsync()
    {
        await SucceedAsync("keys", "new", directory.File("site.key"));
        await SucceedAsync("keys", "new", directory.File("master.key"));
    }

    public Task<ServerProcess> LeadAsync(string data, params IEnumerable<string> arguments) => ServerProcess.StartAsync(data, [.. Keys, .. arguments]);

    public Task<ServerProcess> FollowAsync(string data, ServerProcess leader, params IEnumerable<string> arguments) => FollowAsync(data, leader.Address, arguments);

    public Task<ServerProcess> FollowAsync(string data, Uri leader, params IEnumerable<string> arguments)
        => ServerProcess.StartFollowerAsync(data, [.. Keys, "--leader", leader.ToString(), .. arguments]);

    /// <summary>Asks for what a rewind of a site put aside.</summary>
    public Task<ProgramResult> AsideAsync(string data, params IEnumerable<string> arguments)
        => SucceedAsync(["site", "aside", "--data", data, "--master-key", directory.File("master.key"), .. arguments]);

    /// <summary>Tries to lead, and cannot.</summary>
    public Task<ProgramResult> TryToLeadAsync(string data, ServerProcess other)
        => FirewallProgram.RunAsync(["run", "--urls", "http://127.0.0.1:0", "--data", data, .. Keys, "--peer", other.Address.ToString()]);

    public static Task<string> KeyOfAsync(string data) => File.ReadAllTextAsync(Path.Combine(data, "demo.key"));

    public static async Task<ProgramResult> SucceedAsync(params IEnumerable<string> arguments)
    {
        var result = await FirewallProgram.RunAsync(arguments);
        Assert.True(result.ExitCode == 0, $"firewall {string.Join(' ', arguments)}: {result}");
        return result;
    }

    public void Dispose() => directory.Dispose();
}
