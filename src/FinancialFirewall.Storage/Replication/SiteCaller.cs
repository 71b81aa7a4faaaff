using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Storage.Replication;

/// <summary>Asks the other site in the name of this one.</summary>
/// <param name="link">The way there.</param>
/// <param name="term">The highest term that is known here.</param>
internal sealed class SiteCaller(ISiteLink link, uint term)
{
    /// <summary>The way there.</summary>
    public ISiteLink Link => link;

    /// <summary>The highest term that is known here.</summary>
    public uint Term { get; set; } = term;

    /// <summary>How the other site was when it answered last.</summary>
    public SiteReport? Report { get; private set; }

    /// <summary>Asks for something.</summary>
    /// <returns>What was asked for, or why not.</returns>
    /// <exception cref="IOException">It cannot be reached.</exception>
    public async ValueTask<Result<ReadOnlyMemory<byte>>> AskAsync(string verb, string words, CancellationToken cancellationToken)
    {
        var reply = SiteReply.Parse(await link.AskAsync(new SiteQuestion(verb, Term, words).ToBytes(), cancellationToken));
        Report = reply.Report;
        return reply.Refusal is { } refusal ? refusal : reply.Content;
    }
}
