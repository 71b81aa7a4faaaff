using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Tests.Sites;

/// <summary>A site whose log is a list of commits, each of the term in which it was written.</summary>
internal sealed class ModelSite
{
    /// <summary>The commits on its disk.</summary>
    public List<(uint Term, int Id)> Log { get; } = [];

    /// <summary>The highest term on its disk.</summary>
    public uint Term { get; set; } = 1;

    /// <summary>What it knows as a leader; null where it follows.</summary>
    public LeaderState? Leading { get; private set; }

    /// <summary>How many commits of its log it has published since it leads.</summary>
    public int Published { get; set; }

    /// <summary>Whether what it recovered may have been shown to somebody.</summary>
    public bool HasShown { get; set; }

    /// <summary>The length of its log when each term began, as far as it knows.</summary>
    public Dictionary<uint, int> Begins { get; private set; } = [];

    public void Lead(uint term, SiteOptions options)
    {
        Term = term;
        Begins[term] = Log.Count;
        Restart(options);
    }

    /// <summary>Leads on after a crash: what it knew of its follower is forgotten, and everything on its disk was recovered.</summary>
    public void Restart(SiteOptions options)
    {
        Leading = new LeaderState(Term, options, PositionOf(Log.Count), default) { IsServing = true };
        (Published, HasShown) = (Log.Count, false);
    }

    /// <summary>Puts aside what the leader does not have, and follows.</summary>
    public void Rewind(ModelSite leader)
    {
        var end = leader.Begins.Where(begin => begin.Key > Term).Select(begin => begin.Value).DefaultIfEmpty(Log.Count).First();
        Log.RemoveRange(end, Log.Count - end);
        (Term, Leading, Begins) = (leader.Term, null, new(leader.Begins));
    }

    /// <summary>Where the first commits end; the checksum stands for what they are.</summary>
    public SitePosition PositionOf(int count) => new(0, default, new LogChain(1, count, count == 0 ? 0 : (uint)Log[count - 1].Id, count));

    public void Write(int id)
    {
        Log.Add((Term, id));
        Leading!.WriteJournal(PositionOf(Log.Count).Journal);
    }

    /// <summary>The commits that may be published now.</summary>
    public IEnumerable<(uint Term, int Id)> Publish()
    {
        while (Published < Log.Count && Leading!.JudgeJournal(Published + 1) == Publication.Allowed)
        {
            yield return Log[Published++];
        }
    }

    public static Instant At(int step) => new(step * 1_000L);
}
