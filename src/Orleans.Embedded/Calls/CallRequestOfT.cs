namespace Orleans.Runtime;

/// <summary>A call and the answer that its caller awaits.</summary>
internal sealed class CallRequest<TResult>(GrainMethod method, object?[] arguments, GrainId targetId, Activation? source)
    : CallRequest(method, arguments, targetId, source)
{
    // A caller that awaits this in a turn goes on in a turn of its own, and one without a scheduler on the thread pool, because
    // the callee's turn is no place to go on in. To force that here would send what Task.WhenAll does to the thread pool too.
    private readonly TaskCompletionSource<TResult> answer = new();
    private CancellationTokenRegistration registration;

    public Task<TResult> Task => answer.Task;

    public override bool IsAnswered => answer.Task.IsCompleted;

    /// <summary>The same call in the request context of now.</summary>
    public CallRequest<TResult> Renew() => new(Method, Arguments, TargetId, Source);

    /// <summary>Answers as cancelled, and cancels the callee, when the caller's token is cancelled.</summary>
    public void WatchCaller(CancellationToken token)
    {
        if (token.CanBeCanceled)
        {
            registration = token.UnsafeRegister(
                static (state, cancelled) => ((CallRequest<TResult>)state!).CancelByCaller(cancelled), this);
            if (IsAnswered)
            {
                registration.Dispose();
            }
        }
    }

    public override void Answer(Task task)
    {
        if (task is Task<TResult> typed)
        {
            answer.TrySetFromTask(typed);
        }
        else if (task.IsFaulted)
        {
            answer.TrySetException(task.Exception.InnerExceptions);
        }
        else if (task.IsCanceled)
        {
            answer.TrySetCanceled(new TaskCanceledException(task).CancellationToken);
        }
        else
        {
            answer.TrySetResult(default!);
        }

        registration.Dispose();
    }

    public override void Fail(Exception exception)
    {
        answer.TrySetException(exception);
        registration.Dispose();
    }

    public override void TimeOut()
    {
        if (answer.TrySetException(new TimeoutException($"No response came in time for the call {this}: the limit is {Method.ResponseTimeout}.")))
        {
            registration.Dispose();
            if (Method.CancelsOnTimeout)
            {
                CancelCallee();
            }
        }
    }

    protected override Task Invoke(Activation target)
    {
        var filters = target.Silo.IncomingFilters;
        var own = target.GrainInstance as IIncomingGrainCallFilter;
        return filters.Length == 0 && own is null ? base.Invoke(target) : InvokeThroughFilters(new IncomingCall(this, target, filters, own));
    }

    private static Task InvokeThroughFilters(IncomingCall call)
    {
        var passed = call.Invoke();
        return call.IsUnchanged(passed) ? passed : AnswerOf(call, passed);
    }

    private static async Task<TResult> AnswerOf(IncomingCall call, Task passed)
    {
        await passed;
        return call.Result is null ? default! : (TResult)call.Result;
    }

    private void CancelByCaller(CancellationToken token)
    {
        if (answer.TrySetCanceled(token))
        {
            CancelCallee();
        }
    }
}
