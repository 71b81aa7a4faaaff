namespace FinancialFirewall.Simulation.Histories;

/// <summary>Everything that clients did and heard, in the order in which it happened.</summary>
internal sealed class History
{
    private readonly List<Attempt> attempts = [];
    private readonly Dictionary<(int Tenant, string Reference), List<Attempt>> byReference = [];
    private readonly List<Change> changes = [];
    private readonly List<Walk> walks = [];
    private readonly List<FollowUpAct> followUps = [];
    private readonly List<EntryChange> entryChanges = [];
    private readonly List<DraftWork> drafts = [];

    public IReadOnlyList<Attempt> Attempts => attempts;

    public IReadOnlyList<Change> Changes => changes;

    public IReadOnlyList<Walk> Walks => walks;

    public IReadOnlyList<FollowUpAct> FollowUps => followUps;

    public IReadOnlyList<EntryChange> EntryChanges => entryChanges;

    public IReadOnlyList<DraftWork> Drafts => drafts;

    /// <summary>What was sent under each reference.</summary>
    public IReadOnlyDictionary<(int Tenant, string Reference), List<Attempt>> ByReference => byReference;

    public Attempt Add(Attempt attempt)
    {
        attempts.Add(attempt);
        var key = (attempt.Payment.Tenant, attempt.Payment.Reference);
        (byReference.TryGetValue(key, out var same) ? same : byReference[key] = []).Add(attempt);
        return attempt;
    }

    public Change Add(Change change)
    {
        changes.Add(change);
        return change;
    }

    public void Add(Walk walk) => walks.Add(walk);

    public FollowUpAct Add(FollowUpAct act)
    {
        followUps.Add(act);
        return act;
    }

    public EntryChange Add(EntryChange change)
    {
        entryChanges.Add(change);
        return change;
    }

    public DraftWork Add(DraftWork draft)
    {
        drafts.Add(draft);
        return draft;
    }

    /// <summary>The first answer that was heard of a reference; null where none was.</summary>
    public Answer? AnswerOf(int tenant, string reference)
        => byReference.GetValueOrDefault((tenant, reference))?.Find(static attempt => attempt.Answer is not null)?.Answer;
}
