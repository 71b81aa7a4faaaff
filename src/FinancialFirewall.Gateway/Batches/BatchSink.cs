using System.IO.Pipelines;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Bytes;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>The write end of a batch: one line an answer. When nobody reads them any more it goes on without writing.</summary>
internal sealed class BatchSink : IAsyncDisposable
{
    private const int FlushBytes = 256 * 1024;
    private const int LinesBetweenLooks = 16;

    /// <summary>How many payments ahead of its answer a record is asked for: other threads wrote it, so that it is far away.</summary>
    private const int RecordsAhead = 8;

    /// <summary>How much of a record is asked for: nearly always all of it.</summary>
    private const int NearBytes = 320;

    private static readonly IReadOnlyList<Error> Undecided = [RequestErrors.Unavailable];

    private readonly BatchRequest request;
    private readonly IBodyReader bodies;
    private readonly AnswerRenderer renderer;
    private readonly TimeSpan stallTime;
    private readonly CancellationTokenSource gone;
    private readonly ITimer stallTimer;
    private CompiledPolicy? latestPolicy;

    public BatchSink(BatchRequest request, IBodyReader bodies, AnswerRenderer renderer, GatewayLimits limits, TimeProvider time, CancellationTokenSource gone)
    {
        this.request = request;
        this.bodies = bodies;
        this.renderer = renderer;
        this.gone = gone;
        stallTime = limits.BatchStallTime;
        stallTimer = time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), gone, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether nobody reads the answers any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Answers every line of a group.</summary>
    /// <param name="group">The lines.</param>
    /// <param name="answers">What became of its payments, in order; null when that is not known.</param>
    public async ValueTask WriteAsync(LineGroup group, AssessmentAnswer[]? answers)
    {
        var payment = 0;
        foreach (var line in group.Lines)
        {
            Approach(group, answers, payment + RecordsAhead);
            if (line.Errors is not null)
            {
                Refuse(line, line.Errors, default);
            }
            else
            {
                // Nearly all were decided by the version of the one before, which nobody has to wait for.
                await (TryWritePayment(group, line, payment, answers) ? ValueTask.CompletedTask : WritePaymentAsync(answers![payment]));
                payment++;
            }

            if (payment % LinesBetweenLooks == 0 && !IsGone && request.Output.UnflushedBytes > FlushBytes)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        if (request.Rejects is { UnflushedBytes: > 0 } rejects)
        {
            await rejects.FlushAsync();
        }
    }

    public ValueTask DisposeAsync() => stallTimer.DisposeAsync();

    private static void Approach(LineGroup group, AssessmentAnswer[]? answers, int payment)
    {
        if (answers is not null && payment < group.Payments.Count)
        {
            var record = answers[payment].Record.Span;
            CacheLines.Approach(record[..Math.Min(NearBytes, record.Length)]);
        }
    }

    /// <returns>Whether the payment is answered; false where the version that decided it is to be found first.</returns>
    private bool TryWritePayment(LineGroup group, in LineEntry line, int payment, AssessmentAnswer[]? answers)
    {
        if (answers is null || answers[payment].Refusal is not null)
        {
            RefusePayment(line, answers?[payment].Refusal ?? Undecided, new PackedPayment(group.Payments[payment]));
            return true;
        }

        ref readonly var answer = ref answers[payment];
        if (latestPolicy is not { } policy || policy.Version != new AssessmentRecord(answer.Record.Span).PolicyVersion)
        {
            return false;
        }

        Write(policy, answer);
        return true;
    }

    private async ValueTask WritePaymentAsync(AssessmentAnswer answer)
        => Write(latestPolicy = await renderer.GetPolicyAsync(request.Caller.Tenant, answer), answer);

    private void Write(CompiledPolicy policy, in AssessmentAnswer answer)
    {
        request.Observer.Answered(new AssessmentRecord(answer.Record.Span), policy, answer.IsDuplicate);
        if (IsGone)
        {
            return;
        }

        AnswerRenderer.Write(request.Output, answer, policy, request.Detail);
        EndLine();
    }

    private void RefusePayment(in LineEntry line, IReadOnlyList<Error> errors, PackedPayment payment)
    {
        var place = bodies.Describe(line.Place, "");
        Refuse(line, place.Length == 0 ? errors : [.. errors.Select(error => error with { Place = place })], payment);
    }

    private void Refuse(in LineEntry line, IReadOnlyList<Error> errors, PackedPayment payment)
    {
        request.Observer.Refused(line.Place.Line, errors);
        var reference = payment.Bytes.IsEmpty ? default : payment.Text(PaymentMember.TransactionReference);
        if (request.Rejects is not null)
        {
            RejectWriter.WriteLine(request.Rejects, line, reference, errors, payment);
        }
        else if (!IsGone)
        {
            ProblemWriter.WriteLine(request.Output, line.Place.Line, reference, errors);
            EndLine();
        }
    }

    private void EndLine()
    {
        request.Output.GetSpan(1)[0] = (byte)'\n';
        request.Output.Advance(1);
    }

    private async ValueTask FlushAsync()
    {
        if (IsGone)
        {
            return;
        }

        try
        {
            var flush = request.Output.FlushAsync(gone.Token);
            var result = flush.IsCompleted ? await flush : await FlushWatchedAsync(flush);
            IsGone = result.IsCompleted;
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            IsGone = true;
        }

        if (IsGone)
        {
            gone.Cancel();
        }
    }

    private async ValueTask<FlushResult> FlushWatchedAsync(ValueTask<FlushResult> flush)
    {
        stallTimer.Change(stallTime, Timeout.InfiniteTimeSpan);
        var result = await flush;
        stallTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        return result;
    }
}
