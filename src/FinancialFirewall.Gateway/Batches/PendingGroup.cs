using System.Buffers;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>A group that is being decided.</summary>
/// <param name="Group">The lines.</param>
/// <param name="Answers">Takes what becomes of its payments, in order; from the pool, and longer than they are.</param>
/// <param name="Decided">Completes when all of them are there.</param>
/// <param name="ReadAt">The time stamp of its reading.</param>
internal readonly record struct PendingGroup(LineGroup Group, AssessmentAnswer[] Answers, Task Decided, long ReadAt)
{
    /// <summary>Room for the answers of a group.</summary>
    public static AssessmentAnswer[] RentAnswers(int payments) => ArrayPool<AssessmentAnswer>.Shared.Rent(payments);

    /// <summary>Gives the memory back to the pool, once the group is decided and answered: nobody looks at it any more.</summary>
    public void Release()
    {
        // Not all of it was used, and what the records take must not stay.
        Answers.AsSpan(0, Group.Payments.Count).Clear();
        ArrayPool<AssessmentAnswer>.Shared.Return(Answers);
        Group.Release();
    }
}
