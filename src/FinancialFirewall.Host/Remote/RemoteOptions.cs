using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;

namespace FinancialFirewall.Host.Remote;

/// <summary>The options that say which running firewall is meant, and with which key.</summary>
internal sealed class RemoteOptions(string description)
{
    /// <summary>Where a firewall listens on this machine unless it was told otherwise.</summary>
    public const string LocalServer = "http://127.0.0.1:8080";

    private const string LocalData = "data";

    private readonly Option<string?> to = new("--to") { Description = description, HelpName = "http://…" };
    private readonly Option<string?> key = new("--key") { Description = "An API key for it." };
    private readonly Option<string?> keyFile = new("--key-file") { Description = $"A file with the API key; {LocalData}/demo.key unless stated." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(to);
        command.Add(key);
        command.Add(keyFile);
    }

    /// <summary>Whether an address is stated.</summary>
    public bool IsStated(ParseResult parsed) => parsed.GetValue(to) is not null;

    /// <summary>The firewall that is meant.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="usual">Its address unless one is stated; null for none.</param>
    /// <returns>The firewall; null where no address is stated and there is no usual one.</returns>
    /// <exception cref="CommandFailedException">The address is none, or there is no key.</exception>
    public RemoteFirewall? Find(ParseResult parsed, string? usual)
    {
        if ((parsed.GetValue(to) ?? usual) is not { } server)
        {
            return null;
        }

        return Uri.TryCreate(server, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new RemoteFirewall(address, FindKey(parsed))
            : throw new CommandFailedException(ExitCode.Usage, $"--to '{server}' is no address; expected http://host:port.");
    }

    private string FindKey(ParseResult parsed)
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
