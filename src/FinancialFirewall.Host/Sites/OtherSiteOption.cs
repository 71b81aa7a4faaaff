using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Disks;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>
/// Keeps commands that change a data directory without a server away from one that has a follower: what they do is true at once, without waiting for the other
/// site, and is lost there if that one is promoted before it has heard of it.
/// </summary>
internal sealed class OtherSiteOption
{
    private readonly Option<bool> lost = new("--peer-lost") { Description = "Change a directory that has another site, without waiting for that one." };

    /// <summary>Gives a command the option.</summary>
    public void AddTo(Command command) => command.Options.Add(lost);

    /// <summary>Goes on only where there is no other site, or somebody says that it does not count.</summary>
    /// <exception cref="CommandFailedException">The directory has a follower.</exception>
    public async Task DemandAsync(ParseResult parsed, string? dataDirectory)
    {
        if (dataDirectory is null || parsed.GetValue(lost) || !Directory.Exists(dataDirectory))
        {
            return;
        }

        using var disk = new FileSystemDisk(dataDirectory);
        if (await SiteRecord.ReadAsync(disk) is { IsSuccess: true, Value: { HasHadFollower: true, Role: SiteRole.Leader, Term: var term } })
        {
            throw new CommandFailedException(
                ExitCode.OtherSite,
                string.Create(CultureInfo.InvariantCulture, $"SITE_LEADS: '{dataDirectory}' leads another site in term {term}, which would hear of what this command does only when this one leads again: if it is promoted before, that is lost."),
                "Have the running firewall do it (docs/rest-api.md), or say that the other site does not count: --peer-lost.");
        }
    }
}
