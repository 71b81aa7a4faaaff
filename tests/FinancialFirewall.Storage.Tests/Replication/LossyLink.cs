using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Storage.Tests.Replication;

/// <summary>A way to the leader on which questions and answers are lost, and questions come twice.</summary>
internal sealed class LossyLink(LeaderSite leader, Random random) : ISiteLink
{
    private const int LossIn = 60;

    private bool hasLost;

    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken)
    {
        LoseSometimes();
        var answer = await leader.AnswerAsync(question, cancellationToken);
        answer = random.Next(LossIn) == 0 ? await leader.AnswerAsync(question, cancellationToken) : answer;
        LoseSometimes();
        return answer;
    }

    /// <summary>Whether something was lost since this was asked last.</summary>
    public bool TakeLoss()
    {
        var lost = hasLost;
        hasLost = false;
        return lost;
    }

    private void LoseSometimes()
    {
        if (random.Next(LossIn) == 0)
        {
            hasLost = true;
            throw new IOException("The link is cut.");
        }
    }
}
