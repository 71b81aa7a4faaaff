using System.CommandLine;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Host.Sites;

/// <summary>The options of a command that say how a site leads.</summary>
internal sealed class SiteOptionSet
{
    private const int DefaultPatience = 10;
    private const int MaximumPatience = 3600;

    private readonly Option<FileInfo?> key = new("--site-key") { Description = "The file with the key of both sites: without it no other site is served. 'firewall keys new FILE' makes one.", HelpName = "FILE" };
    private readonly Option<string?> peer = new("--peer") { Description = "Where the other site is, to ask it whether it leads.", HelpName = "URL" };
    private readonly Option<bool> peerLost = new("--peer-lost") { Description = "Lead though the other site does not answer: only if you are sure that it does not lead." };
    private readonly Option<bool> synchronous = new("--synchronous") { Description = "Answer only what the other site has on its disk." };
    private readonly Option<bool> fallBack = new("--fall-back") { Description = "With --synchronous: go on without a follower that says nothing, loudly, until it has caught up." };
    private readonly Option<int> patience = new("--patience") { Description = "For how many seconds a follower may say nothing.", DefaultValueFactory = _ => DefaultPatience, HelpName = "SECONDS" };

    /// <summary>Gives a command the options; one that follows says itself where the other site is.</summary>
    public void AddTo(Command command, bool isFollower = false)
    {
        command.Options.Add(key);
        command.Options.Add(synchronous);
        command.Options.Add(fallBack);
        command.Options.Add(patience);
        if (!isFollower)
        {
            command.Options.Add(peer);
            command.Options.Add(peerLost);
        }
    }

    /// <summary>What was asked for; null where there is no other site.</summary>
    /// <exception cref="CommandFailedException">Options do not fit together, or the key is refused.</exception>
    public SiteSettings? Find(ParseResult parsed, string dataDirectory)
    {
        var (asked, seconds) = (parsed.GetValue(key), parsed.GetValue(patience));
        var isSynchronous = parsed.GetValue(synchronous);
        var needsKey = isSynchronous || parsed.GetResult(peer) is not null;
        if ((asked is null && needsKey) || (parsed.GetValue(fallBack) && !isSynchronous) || seconds is < 1 or > MaximumPatience)
        {
            throw new CommandFailedException(
                ExitCode.Usage, "--peer and --synchronous need --site-key, --fall-back needs --synchronous, and --patience is 1 to 3600 seconds.");
        }

        var options = new SiteOptions { IsSynchronous = isSynchronous, FallsBack = parsed.GetValue(fallBack), Patience = TimeSpan.FromSeconds(seconds) };
        return asked is null
            ? null
            : new SiteSettings(dataDirectory, SiteKey.Read(asked.FullName), Address(parsed), parsed.GetResult(peerLost)?.GetValueOrDefault<bool>() ?? false, options);
    }

    private Uri? Address(ParseResult parsed) => parsed.GetResult(peer)?.GetValueOrDefault<string?>() is { } given ? AddressOf(given) : null;

    /// <summary>An address that can be one.</summary>
    /// <exception cref="CommandFailedException">It is none.</exception>
    public static Uri AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https" }
        ? address
        : throw new CommandFailedException(ExitCode.Usage, $"'{text}' is not where a site is: http://HOST:PORT or https://HOST:PORT is expected.");
}
