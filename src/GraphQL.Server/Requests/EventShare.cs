using System.Collections.Concurrent;
using GraphQL.Server.Execution;

namespace GraphQL.Server.Requests;

/// <summary>
/// An event that many subscriptions hear of. Those whose audiences are equal and that select the same of it, with the same variables, are answered by one execution, where all that they select is
/// read off the event alone: a resolver that is given the request is asked by each for itself.
/// </summary>
/// <param name="value">The event, as a resolver would give it.</param>
public sealed class EventShare(object value)
{
    /// <summary>The most answers that one event keeps; whoever wants yet another one executes for itself.</summary>
    private const int MaximumAnswers = 64;

    private readonly ConcurrentDictionary<ShareKey, TaskCompletionSource<ExecutionResult>> answers = new();

    /// <summary>The event, as a resolver would give it.</summary>
    public object Value { get; } = value;

    /// <summary>The answer to those who want the same.</summary>
    /// <param name="key">What is wanted.</param>
    /// <param name="execute">Gives the answer.</param>
    internal async Task<ExecutionResult> AnswerAsync(ShareKey key, Func<Task<ExecutionResult>> execute)
    {
        if (answers.TryGetValue(key, out var known))
        {
            return await known.Task;
        }

        if (answers.Count >= MaximumAnswers)
        {
            return await execute();
        }

        var own = new TaskCompletionSource<ExecutionResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = answers.GetOrAdd(key, own);
        if (!ReferenceEquals(first, own))
        {
            return await first.Task;
        }

        try
        {
            own.SetResult(ExecutionResultWriter.Encode(await execute()));
        }
        catch (Exception failure)
        {
            own.SetException(failure);
        }

        return await own.Task;
    }
}
