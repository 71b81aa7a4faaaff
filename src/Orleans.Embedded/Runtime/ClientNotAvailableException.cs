namespace Orleans.Runtime;

/// <summary>An observer was called that is not there any more.</summary>
public sealed class ClientNotAvailableException : OrleansException
{
    /// <summary>An observer is gone.</summary>
    public ClientNotAvailableException()
        : base("The observer is not there any more.")
    {
    }

    /// <summary>An observer is gone, told by <paramref name="message"/>.</summary>
    public ClientNotAvailableException(string message)
        : base(message)
    {
    }

    /// <summary>An observer is gone, told by <paramref name="message"/>.</summary>
    public ClientNotAvailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
