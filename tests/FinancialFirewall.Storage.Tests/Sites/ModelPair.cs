using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Tests.Sites;

/// <summary>
/// Two sites and a network that loses, doubles, delays and reorders. It keeps what was published, and says at once when that is not in the log of whoever leads in the highest
/// term although it should be.
/// </summary>
internal sealed class ModelPair
{
    private const int MaximumInFlight = 20;

    private readonly Random random;
    private readonly SiteOptions options;
    private readonly ModelSite[] sites = [new(), new()];
    private readonly List<ModelMessage> network = [];
    private readonly List<(uint Term, int Id)> published = [];
    private int leader;
    private int nextId = 1;
    private int step;

    public ModelPair(int seed, bool isSynchronous)
    {
        random = new Random(seed);
        options = new SiteOptions { IsSynchronous = isSynchronous };
        sites[0].Lead(1, options);
    }

    public int Promotions { get; private set; }

    public int PublishedCount => published.Count;

    /// <summary>How many published commits an asynchronous promotion lost, and how many were reported as missing at the time; the last promotion.</summary>
    public (int Lost, int Reported) LastLoss { get; private set; }

    public void Step()
    {
        step++;
        switch (random.Next(12))
        {
            case < 4:
                Write();
                break;
            case < 6:
                Ask();
                break;
            case < 10:
                Deliver();
                break;
            case 10 when random.Next(6) == 0:
                Promote();
                break;
            case 11 when random.Next(4) == 0:
                sites[leader].Restart(options);
                break;
        }

        Publish();
    }

    private ModelSite Follower => sites[1 - leader];

    private void Write()
    {
        foreach (var site in sites.Where(site => site.Leading is not null))
        {
            site.Write(nextId++);
        }
    }

    private void Ask()
    {
        if (Follower.Leading is null)
        {
            var count = Follower.Log.Count;
            Send(new ModelMessage(leader, Follower.Term, count, count == 0 ? 0 : Follower.Log[^1].Id, null));
        }
    }

    private void Send(ModelMessage message)
    {
        for (var copies = random.Next(10) switch { 0 => 0, 1 => 2, _ => 1 }; copies > 0 && network.Count < MaximumInFlight; copies--)
        {
            network.Add(message);
        }
    }

    private void Deliver()
    {
        if (network.Count == 0)
        {
            return;
        }

        var at = random.Next(network.Count);
        var message = network[at];
        network.RemoveAt(at);
        var site = sites[message.To];
        if (message.Commits is null)
        {
            Answer(site, message);
        }
        else if (site.Leading is null && message.Term >= site.Term && message.Count == site.Log.Count && (message.Count == 0 || site.Log[^1].Id == message.LastId))
        {
            site.Term = message.Term;
            site.Log.AddRange(message.Commits);
        }
    }

    private void Answer(ModelSite site, ModelMessage message)
    {
        site.Leading?.Hear(message.Term);
        var isContinued = message.Count <= site.Log.Count && (message.Count == 0 || site.Log[message.Count - 1].Id == message.LastId);
        if (site.Leading is { } leading && message.Term <= leading.Term && isContinued)
        {
            leading.Acknowledge(site.PositionOf(message.Count), ModelSite.At(step));
            Send(new ModelMessage(1 - message.To, leading.Term, message.Count, message.LastId, [.. site.Log.Skip(message.Count).Take(random.Next(1, 4))]));
        }
    }

    /// <summary>The follower takes over; the old leader lives on and knows nothing, or comes back at once as a follower.</summary>
    private void Promote()
    {
        if (Follower.Leading is not null)
        {
            // The old leader learns of the new one, puts aside what is its own, and follows.
            Follower.Leading.Hear(sites[leader].Term);
            Follower.Rewind(sites[leader]);
            return;
        }

        var old = sites[leader];
        var reported = old.Log.Count - Follower.Log.Count;
        leader = 1 - leader;
        sites[leader].Lead(old.Term + 1, options);
        Promotions++;
        var lost = published.Count(commit => !sites[leader].Log.Contains(commit));
        LastLoss = (lost, reported);
        if (options.IsSynchronous)
        {
            Assert.Equal(0, lost);
        }
        else
        {
            Assert.InRange(lost, 0, reported);
            published.RemoveAll(commit => !sites[leader].Log.Contains(commit));
        }
    }

    private void Publish()
    {
        foreach (var site in sites.Where(site => site.Leading is not null))
        {
            if (site.Leading!.MayAnswer && !site.HasShown)
            {
                // What was recovered answers those who ask again.
                site.HasShown = true;
                site.Log.Take(site.Published).ToList().ForEach(commit => Show(site, commit));
            }

            foreach (var commit in site.Publish())
            {
                Assert.Null(site.Leading.FencedBy);
                Show(site, commit);
            }
        }
    }

    private void Show(ModelSite site, (uint Term, int Id) commit)
    {
        if (options.IsSynchronous)
        {
            Assert.True(sites[leader].Log.Contains(commit), $"Commit {commit} was published in term {site.Term} and is not in term {sites[leader].Term}.");
        }

        if (site == sites[leader] && !published.Contains(commit))
        {
            published.Add(commit);
        }
    }
}
