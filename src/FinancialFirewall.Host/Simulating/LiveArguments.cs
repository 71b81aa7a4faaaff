using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Simulator;

namespace FinancialFirewall.Host.Simulating;

/// <summary>The options that say where payments are sent while they happen.</summary>
internal sealed class LiveArguments
{
    private const string LocalServer = "http://127.0.0.1:8080";
    private const string LocalData = "data";

    /// <summary>Long enough that nobody waits for a world's end.</summary>
    private const int LiveDays = SimulationOptions.MaximumDays;

    private readonly Option<string?> to = new("--to") { Description = "Sends payments to a running firewall instead.", HelpName = "http://…" };
    private readonly Option<int?> rate = new("--rate") { Description = $"Payments a second; {LiveOptions.UsualRate} unless stated.", };
    private readonly Option<string?> key = new("--key") { Description = "An API key for it." };
    private readonly Option<string?> keyFile = new("--key-file") { Description = $"A file with the API key; {LocalData}/demo.key unless stated." };
    private readonly Option<bool> demo = new("--demo") { Description = $"Gives the firewall on this machine something to show: --to {LocalServer} --fraud 0.05." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { to, rate, key, keyFile, demo })
        {
            command.Add(option);
        }
    }

    /// <summary>Whether a show is wanted.</summary>
    public bool IsDemo(ParseResult parsed) => parsed.GetValue(demo);

    /// <summary>Where payments are sent; null where they are written to a file.</summary>
    public LiveOptions? Read(ParseResult parsed)
    {
        var server = parsed.GetValue(to) ?? (IsDemo(parsed) ? LocalServer : null);
        if (server is null)
        {
            return null;
        }

        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new CommandFailedException(ExitCode.Usage, $"--to '{server}' is no address; expected http://host:port.");
        }

        var wanted = parsed.GetValue(rate) ?? LiveOptions.UsualRate;
        return wanted is >= 1 and <= LiveOptions.MaximumRate
            ? new LiveOptions(address, Key(parsed), wanted)
            : throw new CommandFailedException(ExitCode.Usage, $"--rate must be from 1 to {LiveOptions.MaximumRate}, and is {wanted}.");
    }

    /// <summary>A world that begins today, whose references no other run has.</summary>
    public static SimulationOptions World(ParseResult parsed, WorldOptions world, int usualFraudPerMille)
    {
        var now = TimeProvider.System.GetUtcNow();
        var options = world.Read(parsed, usualFraudPerMille);
        return options with
        {
            Start = DateOnly.FromDateTime(now.UtcDateTime),
            Days = options.Days == new SimulationOptions().Days ? LiveDays : options.Days,
            ReferencePrefix = string.Create(CultureInfo.InvariantCulture, $"{options.ReferencePrefix}{now.ToUnixTimeSeconds():x}-"),
        };
    }

    private string Key(ParseResult parsed)
    {
        if (parsed.GetValue(key) is { } given)
        {
            return given;
        }

        var path = parsed.GetValue(keyFile) ?? TenantKeyFile.PathIn(LocalData, DemoTenant.Id);
        return File.Exists(path)
            ? File.ReadAllText(path).Trim()
            : throw new CommandFailedException(ExitCode.Usage, $"There is no API key in '{path}': say --key or --key-file.");
    }
}
