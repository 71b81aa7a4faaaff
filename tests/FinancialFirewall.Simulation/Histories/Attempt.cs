namespace FinancialFirewall.Simulation.Histories;

/// <summary>One payment sent once.</summary>
/// <param name="payment">The payment.</param>
/// <param name="sentAt">The scheduler's step at which it was sent: what was answered at an earlier step, its client could know.</param>
internal sealed class Attempt(Payment payment, long sentAt)
{
    public Payment Payment { get; } = payment;

    public long SentAt { get; } = sentAt;

    /// <summary>The step at which it was answered; null where no answer came.</summary>
    public long? AnsweredAt { get; private set; }

    /// <summary>The answer; null where it was refused or no answer came.</summary>
    public Answer? Answer { get; private set; }

    /// <summary>The code of the refusal; null where there is none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The members that a refusal names.</summary>
    public IReadOnlyList<string> RefusedMembers { get; private set; } = [];

    /// <summary>Whether the batch, and the place in it, that it was sent in; payments of one batch and account are decided in order.</summary>
    public (long Batch, int Line)? Place { get; init; }

    public void Take(Answer answer, long step) => (Answer, AnsweredAt) = (answer, step);

    public void Refuse(string code, IReadOnlyList<string> members, long step) => (Refusal, RefusedMembers, AnsweredAt) = (code, members, step);
}
