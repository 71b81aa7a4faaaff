namespace FinancialFirewall.Simulation.Histories;

/// <summary>One thing that somebody did to an assessment after its first decision, or reported of it.</summary>
/// <param name="tenant">The tenant.</param>
/// <param name="reference">The reference of its payment.</param>
/// <param name="kind">What it is, as the contract names follow-ups.</param>
/// <param name="text">The reason or note: of no other act.</param>
/// <param name="sentAt">The step at which it was asked for first.</param>
internal sealed class FollowUpAct(int tenant, string reference, string kind, string text, long sentAt)
{
    public int Tenant { get; } = tenant;

    public string Reference { get; } = reference;

    public string Kind { get; } = kind;

    public string Text { get; } = text;

    public long SentAt { get; } = sentAt;

    /// <summary>The decision, or the outcome; null for what has none.</summary>
    public string? Word { get; init; }

    /// <summary>The step at which it was said to be kept; null where that was not said.</summary>
    public long? AnsweredAt { get; private set; }

    /// <summary>The code of the refusal; null where there is none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether it may give back what the payment took of its account's sums.</summary>
    public bool MayUndo => Kind is "CANCELLED" or "RETRIED" || Word is "REJECT" or "FAILED" or "RETURNED";

    public void Take(long step) => AnsweredAt = step;

    public void Refuse(string code) => Refusal = code;
}
