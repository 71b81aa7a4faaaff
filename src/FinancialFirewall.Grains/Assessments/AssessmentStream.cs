using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Grains.Assessments;

/// <summary>
/// The batches of one sender. Each may be sent before the one before it is answered; the payments of an account are decided in the order in which they
/// were sent. A batch goes through these steps: claim its references, observe its other keys, let its partitions decide and keep it, settle the claims,
/// tell the originals of refunds, answer the duplicates. For one caller at a time.
/// </summary>
public sealed partial class AssessmentStream
{
    private readonly TenantGrains grains;
    private readonly LatestPolicies policies;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private readonly TenantId tenant;
    private readonly BatchClaims claims;
    private readonly DuplicateAnswers duplicates;
    private Task latest = Task.CompletedTask;

    internal AssessmentStream(TenantGrains grains, LatestPolicies policies, TimeProvider time, ILogger logger, TenantId tenant)
    {
        (this.grains, this.policies, this.time, this.logger, this.tenant) = (grains, policies, time, logger, tenant);
        claims = new BatchClaims(grains);
        duplicates = new DuplicateAnswers(grains);
    }

    /// <summary>Completes when all batches so far have reached their partitions, or have failed to.</summary>
    internal Task Sent => latest;

    /// <summary>Assesses payments.</summary>
    /// <param name="payments">The payments; nobody changes them before the answer.</param>
    /// <returns>For each payment, in order, its assessment or why it was refused.</returns>
    public async Task<AssessmentAnswer[]> AssessAsync(PaymentBatch payments)
    {
        var answers = new AssessmentAnswer[payments.Count];
        await AssessAsync(payments, answers);
        return answers;
    }

    /// <summary>Assesses payments.</summary>
    /// <param name="payments">The payments; nobody changes them before the answer.</param>
    /// <param name="answers">Takes for each payment, in order, its assessment or why it was refused; empty, and at least as long.</param>
    public async Task AssessAsync(PaymentBatch payments, AssessmentAnswer[] answers)
    {
        TenantScope.Enter(tenant);
        var batch = await DecideAsync(payments, answers);
        foreach (var part in batch.Parts.Where(part => part.HasReleases))
        {
            await SendReleasesAsync(part.Number);
        }

        foreach (var (item, claim) in batch.Taken)
        {
            batch.Answers[item] = await AnswerDuplicateAsync(payments.Bytes.AsMemory(payments.Starts[item]), claim);
        }
    }

    /// <summary>Has a batch decided and its claims settled. What is left of each payment is to be <see cref="FinishAsync">finished</see>.</summary>
    internal Task<RoutedBatch> DecideAsync(PaymentBatch payments) => DecideAsync(payments, new AssessmentAnswer[payments.Count]);

    private async Task<RoutedBatch> DecideAsync(PaymentBatch payments, AssessmentAnswer[] answers)
    {
        TenantScope.Enter(tenant);
        var batch = new RoutedBatch(payments, answers);
        var sending = SendAsync(batch, latest);
        latest = sending;
        try
        {
            var sent = await sending;
            await (PlantedBugs.SettleBeforeCommit ? SettleAsync(batch) : Task.CompletedTask);

            // Woken once, and not by each partition.
            Task all = Task.WhenAll(sent);
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            for (var i = 0; i < sent.Count; i++)
            {
                await ReceiveAsync(batch, batch.Parts[i], sent[i]);
            }
        }
        finally
        {
            await SettleAsync(batch);
        }

        return batch;
    }

    /// <summary>Finishes one payment of a batch that was decided, whatever becomes of the others: tells its original, or finds the first answer.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="item">The payment's place in it.</param>
    /// <param name="payment">The packed payment.</param>
    /// <returns>Its assessment or why it was refused.</returns>
    internal async ValueTask<AssessmentAnswer> FinishAsync(RoutedBatch batch, int item, ReadOnlyMemory<byte> payment)
    {
        if (batch.Taken.TryGetValue(item, out var claim))
        {
            TenantScope.Enter(tenant);
            return await AnswerDuplicateAsync(payment, claim);
        }

        if (batch.PartWithReleases(payment.Span) is { } partition)
        {
            TenantScope.Enter(tenant);
            await SendReleasesAsync(partition);
        }

        return batch.Answers[item];
    }

    /// <summary>Claims, observes and sends a batch, as soon as the one before it is sent.</summary>
    private async Task<List<Task<DecidedBatch>>> SendAsync(RoutedBatch batch, Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var at = Instant.From(time.GetUtcNow());
        await claims.ClaimAsync(batch);
        if (batch.Parts.Count > 0)
        {
            await ObserveAsync(batch, await policies.GetAsync(tenant), at);
        }

        return batch.Parts.ConvertAll(part => CallAsync(part, at));
    }

    private async Task ObserveAsync(RoutedBatch batch, CompiledPolicy policy, Instant at)
    {
        batch.Parts.ForEach(part => part.ObservedBy = policy.Version);
        if (policy.KeyedWindows.Count > 0)
        {
            batch.Observations = new BatchObservations(grains, policy, at);
            await batch.Observations.ObserveAsync(batch.Parts);
        }
    }

    private async Task ReceiveAsync(RoutedBatch batch, PartitionPart part, Task<DecidedBatch> call)
    {
        try
        {
            var decided = await call;
            batch.Take(part, decided);

            // The next batch is observed by it.
            await policies.GetAsync(tenant, decided.PolicyVersion);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogSilent(problem, part.Number, tenant.Name, part.Items.Length);

            // A call that did not come back in time may still be on its way; of one that failed nothing happens any more.
            batch.Refuse(part, AssessmentErrors.DecisionUnknown, isUnknown: problem is TimeoutException || !await TryDrainAsync(part));
        }
    }

    private async Task<bool> TryDrainAsync(PartitionPart part)
    {
        try
        {
            await grains.Partition(part.Number).Drain();
            return true;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return false;
        }
    }

    /// <summary>Ends the claims and observations. Claims that cannot be ended lapse.</summary>
    private async Task SettleAsync(RoutedBatch batch)
    {
        try
        {
            await (batch.Observations is { } observed ? Task.WhenAll(claims.SettleAsync(batch), observed.SettleAsync(batch.IsDecided)) : claims.SettleAsync(batch));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotSettled(problem, tenant.Name);
        }
    }

    /// <summary>The refunds are decided and on disk, whatever becomes of this: a partition tells later what cannot be told now.</summary>
    private async Task SendReleasesAsync(int partition)
    {
        try
        {
            await grains.Partition(partition).SendReleases();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNotReleased(problem, partition, tenant.Name);
        }
    }

    private async Task<AssessmentAnswer> AnswerDuplicateAsync(ReadOnlyMemory<byte> payment, ReferenceClaim claim)
    {
        try
        {
            return await duplicates.AnswerAsync(payment, claim);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogNoFirstAnswer(problem, tenant.Name);
            return DuplicateAnswers.Busy(payment);
        }
    }

    private Task<DecidedBatch> CallAsync(PartitionPart part, Instant at)
        => grains.Partition(part.Number).Assess(new PartitionBatch(part.Payments, at.Plus(ClaimTable.DecisionTime), part.ObservedBy, part.Keyed));

    [LoggerMessage(Level = LogLevel.Error, Message = "Partition {Partition} of tenant '{Tenant}' did not say what became of {Count} payments.")]
    private partial void LogSilent(Exception problem, int partition, string tenant, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The first answer of a payment of tenant '{Tenant}' that was sent twice did not come.")]
    private partial void LogNoFirstAnswer(Exception problem, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Claims of tenant '{Tenant}' could not be ended; they lapse.")]
    private partial void LogNotSettled(Exception problem, string tenant);

    [LoggerMessage(Level = LogLevel.Error, Message = "Releases of partition {Partition} of tenant '{Tenant}' could not be sent and will be sent again.")]
    private partial void LogNotReleased(Exception problem, int partition, string tenant);
}
