namespace FinancialFirewall.Simulation.Histories;

/// <summary>Everything that clients did and heard, in the order in which it happened.</summary>
internal sealed class History
{
    private readonly List<Attempt> attempts = [];
    private readonly Dictionary<(int Tenant, string Reference), List<Attempt>> byReference = [];
    private readonly List<Change> changes = [];
    private readonly List<Walk> walks = [];

    public IReadOnlyList<Attempt> Attempts => attempts;

    public IReadOnlyList<Change> Changes => changes;

    public IReadOnlyList<Walk> Walks => walks;

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

    /// <summary>The first answer that was heard of a reference; null where none was.</summary>
    public Answer? AnswerOf(int tenant, string reference)
        => byReference.GetValueOrDefault((tenant, reference))?.Find(static attempt => attempt.Answer is not null)?.Answer;
}
