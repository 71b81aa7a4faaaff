using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Assessments;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>
/// Decides a stream of payments: reads what arrives, decides what is waiting as a group, keeps a few groups in flight, and answers in order. What
/// is no payment is answered with its own error and harms no other.
/// </summary>
public sealed partial class BatchStream(
    AssessmentRouter router, AnswerRenderer renderer, GatewayLimits limits, TimeProvider time, ILogger<BatchStream> logger)
{
    /// <summary>Runs until the input ends, <paramref name="stopping"/> asks to take no more, or the reader of the answers is gone.</summary>
    /// <param name="request">The stream.</param>
    /// <param name="stopping">Stops reading: what was read is still decided and answered, and one last line says where reading stopped.</param>
    /// <param name="abort">Nobody reads the answers any more: what was read is still decided.</param>
    /// <returns>How the stream ended.</returns>
    public async Task<BatchEnd> RunAsync(BatchRequest request, CancellationToken stopping, CancellationToken abort)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(abort);
        using var flow = new BatchFlow(limits.MaximumGroupsInFlight);
        var bodies = BodyReaders.Open(request.Syntax, limits);
        var builder = new LineGroupBuilder(bodies, request.Caller.Cards, request.Clock, keepsSources: request.Rejects is not null, limits);
        var source = new BatchSource(request.Input, bodies, builder, limits, time);
        using var idle = source.Watch();
        await using var onStopping = stopping.UnsafeRegister(static state => ((BatchSource)state!).Stop(), source);
        await using var onGone = gone.Token.UnsafeRegister(static state => ((BatchSource)state!).Abandon(), source);
        await using var sink = new BatchSink(request, bodies, renderer, limits, time, gone);

        var reading = ReadAsync(request, source, flow, gone.Token);
        try
        {
            await AnswerAllAsync(request, flow, sink);
        }
        finally
        {
            // Whatever stopped the answering stops the reading too; nothing of this stream outlives it.
            await EndReadingAsync(reading, gone, source);
        }

        return sink.IsGone ? BatchEnd.Unread : source.End;
    }

    private static async Task EndReadingAsync(Task reading, CancellationTokenSource gone, BatchSource source)
    {
        if (source.End == BatchEnd.None)
        {
            gone.Cancel();
        }

        await reading;
    }

    private async Task ReadAsync(BatchRequest request, BatchSource source, BatchFlow flow, CancellationToken gone)
    {
        var assessments = router.Open(request.Caller.Tenant);
        try
        {
            while (source.End == BatchEnd.None && await flow.EnterAsync(gone))
            {
                var group = await source.ReadGroupAsync();
                if (group is null)
                {
                    break;
                }

                var refusal = request.Admission is { } admission ? await admission() : null;
                var answers = PendingGroup.RentAnswers(group.Payments.Count);
                var decided = group.Payments.Count == 0 || refusal is not null
                    ? RefuseAsync(answers.AsSpan(0, group.Payments.Count), refusal)
                    : assessments.AssessAsync(group.Payments, answers);
                await flow.AddAsync(new PendingGroup(group, answers, decided, time.GetTimestamp()));
            }
        }
        finally
        {
            flow.Complete();
        }
    }

    private static Task RefuseAsync(Span<AssessmentAnswer> answers, IReadOnlyList<Error>? refusal)
    {
        answers.Fill(refusal is null ? default : AssessmentAnswer.Refused(refusal));
        return Task.CompletedTask;
    }

    private async Task AnswerAllAsync(BatchRequest request, BatchFlow flow, BatchSink sink)
    {
        await foreach (var pending in flow.ReadAllAsync())
        {
            AssessmentAnswer[]? answers = pending.Answers;
            try
            {
                await pending.Decided;
            }
            catch (Exception exception)
            {
                LogGroupFailed(exception, pending.Group.Payments.Count, pending.Group.Lines[0].Place.Line);
                answers = null;
            }

            await sink.WriteAsync(pending.Group, answers);
            pending.Release();
            request.Observer.GroupAnswered(pending.Group.Payments.Count, time.GetElapsedTime(pending.ReadAt));
            flow.Leave();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Count} payments, from line {Line} on, was not decided.")]
    private partial void LogGroupFailed(Exception exception, int count, long line);
}
