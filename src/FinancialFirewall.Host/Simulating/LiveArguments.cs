using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Remote;
using FinancialFirewall.Simulator;

namespace FinancialFirewall.Host.Simulating;

/// <summary>The options that say where payments are sent while they happen.</summary>
internal sealed class LiveArguments
{
    /// <summary>Long enough that nobody waits for a world's end.</summary>
    private const int LiveDays = SimulationOptions.MaximumDays;

    private readonly RemoteOptions remote = new("Sends payments to a running firewall instead.");
    private readonly Option<int?> rate = new("--rate") { Description = $"Payments a second; {LiveOptions.UsualRate} unless stated.", };
    private readonly Option<bool> demo = new("--demo") { Description = $"Gives the firewall on this machine something to show: --to {RemoteOptions.LocalServer} --fraud 0.05." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        remote.AddTo(command);
        command.Add(rate);
        command.Add(demo);
    }

    /// <summary>Whether a show is wanted.</summary>
    public bool IsDemo(ParseResult parsed) => parsed.GetValue(demo);

    /// <summary>Where payments are sent; null where they are written to a file.</summary>
    public LiveOptions? Read(ParseResult parsed)
    {
        if (remote.Find(parsed, IsDemo(parsed) ? RemoteOptions.LocalServer : null) is not { } firewall)
        {
            return null;
        }

        var wanted = parsed.GetValue(rate) ?? LiveOptions.UsualRate;
        return wanted is >= 1 and <= LiveOptions.MaximumRate
            ? new LiveOptions(firewall, wanted)
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
}
