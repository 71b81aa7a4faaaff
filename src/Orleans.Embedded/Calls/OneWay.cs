namespace Orleans.Runtime;

/// <summary>The answer to a call that is not waited for.</summary>
internal static class OneWay<TResult>
{
    public static readonly Task<TResult> Sent = Task.FromResult<TResult>(default!);
}
