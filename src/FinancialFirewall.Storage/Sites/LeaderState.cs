using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Sites;

/// <summary>
/// What a leader knows of its follower, and what follows from that: which commits may be published. It does nothing itself: no clock, no disk, no network.
/// <para>What it promises: a commit is published only while no higher term is known; in synchronous mode only when the follower has acknowledged it in this
/// term, unless the leader fell back, which <see cref="IsFallenBack"/> says. What is known of a higher term is never forgotten.</para>
/// </summary>
/// <param name="term">The term in which this site leads.</param>
/// <param name="options">How it works with its follower.</param>
/// <param name="begin">How far its logs went when it began.</param>
/// <param name="now">When it began.</param>
internal sealed class LeaderState(uint term, SiteOptions options, SitePosition begin, Instant now)
{
    private readonly SitePosition recovered = begin;
    private Instant heardAt = now;

    /// <summary>The term in which this site leads, or led.</summary>
    public uint Term => term;

    /// <summary>The higher term of another site; <see langword="null"/> while none is known.</summary>
    public uint? FencedBy { get; private set; }

    /// <summary>How far the logs go on the leader's disk.</summary>
    public SitePosition Written { get; private set; } = begin;

    /// <summary>How far they go on the follower's disk, as far as it said; <see langword="null"/> where it never did in this term.</summary>
    public SitePosition? Acknowledged { get; private set; }

    /// <summary>When the follower said something last; <see langword="null"/> where it never did.</summary>
    public Instant? HeardAt => Acknowledged is null ? null : heardAt;

    /// <summary>Whether a synchronous leader goes on without its follower.</summary>
    public bool IsFallenBack { get; private set; }

    /// <summary>Whether anybody can be answered yet: until then nothing waits for the follower, which may not be able to connect before.</summary>
    public bool IsServing { get; set; }

    /// <summary>Whether answers wait for the follower at present.</summary>
    public bool IsSynchronous => options.IsSynchronous && IsServing && !IsFallenBack;

    /// <summary>Whether the follower has everything.</summary>
    public bool IsCaughtUp => Acknowledged?.Has(Written) ?? false;

    /// <summary>
    /// Whether anything may be answered, also from what was recorded before: a synchronous leader that has recovered does not know which of it the follower has,
    /// until the follower says so.
    /// </summary>
    public bool MayAnswer => FencedBy is null && (!options.IsSynchronous || IsFallenBack || (Acknowledged?.Has(recovered) ?? false));

    /// <summary>A commit of the states is on the leader's disk.</summary>
    public void WriteStates(uint generation, LogChain end)
    {
        if (generation > Written.Generation || (generation == Written.Generation && end.Commit > Written.States.Commit))
        {
            Written = Written with { Generation = generation, States = end };
        }
    }

    /// <summary>A commit of the journal is on the leader's disk.</summary>
    public void WriteJournal(LogChain end) => Written = end.Commit > Written.Journal.Commit ? Written with { Journal = end } : Written;

    /// <summary>What may become of a commit of the states.</summary>
    public Publication JudgeStates(uint generation, long commit) => Judge(Acknowledged?.HasStates(generation, commit) ?? false);

    /// <summary>What may become of a commit of the journal.</summary>
    public Publication JudgeJournal(long commit) => Judge(Acknowledged?.Journal.Commit >= commit);

    /// <summary>Somebody named a term. A higher one ends this site's.</summary>
    public void Hear(uint other)
    {
        if (other > Term && (FencedBy is not { } known || other > known))
        {
            FencedBy = other;
        }
    }

    /// <summary>The follower said, in this leader's term, how far it is; what it said before still holds.</summary>
    public void Acknowledge(in SitePosition position, Instant at)
    {
        heardAt = Max(heardAt, at);
        var known = Acknowledged ?? default;
        Acknowledged = new SitePosition(
            Math.Max(known.Generation, position.Generation),
            position.HasStates(known.Generation, known.States.Commit) ? position.States : known.States,
            position.Journal.Commit >= known.Journal.Commit ? position.Journal : known.Journal);
        IsFallenBack &= !IsCaughtUp;
    }

    /// <summary>Time passes.</summary>
    /// <returns>Whether the leader goes on without its follower from now on, which it did not before.</returns>
    public bool Tick(Instant at)
    {
        var isLate = heardAt.Plus(options.Patience) <= at;
        if (!options.IsSynchronous || !options.FallsBack || IsFallenBack || IsCaughtUp || !isLate)
        {
            return false;
        }

        IsFallenBack = true;
        return true;
    }

    private static Instant Max(Instant one, Instant other) => one < other ? other : one;

    private Publication Judge(bool isAcknowledged) => (FencedBy, IsSynchronous, isAcknowledged) switch
    {
        ({ }, _, _) => Publication.Refused,
        (_, true, false) => Publication.Waits,
        _ => Publication.Allowed,
    };
}
