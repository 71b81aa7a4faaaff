namespace Orleans.Runtime;

/// <summary>The runtime does not take requests: it has not started, or it is stopping.</summary>
public sealed class SiloUnavailableException : OrleansException
{
    /// <summary>The runtime takes no requests.</summary>
    public SiloUnavailableException()
        : base("The grain runtime takes no requests now.")
    {
    }

    /// <summary>The runtime takes no requests, told by <paramref name="message"/>.</summary>
    public SiloUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>The runtime takes no requests, told by <paramref name="message"/>.</summary>
    public SiloUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
