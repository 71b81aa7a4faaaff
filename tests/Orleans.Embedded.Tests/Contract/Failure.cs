namespace Orleans.Contract;

/// <summary>Catches what a call throws, and goes on where its caller was: xUnit's own assertions go on in the thread pool.</summary>
public static class Failure
{
    public static async Task<TException> OfAsync<TException>(Func<Task> call)
        where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException exception)
        {
            return exception;
        }

        Assert.Fail($"A {typeof(TException).Name} was expected, and none was thrown.");
        return null!;
    }
}
