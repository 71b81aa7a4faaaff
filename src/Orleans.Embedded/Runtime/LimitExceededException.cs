namespace Orleans.Runtime;

/// <summary>A request was refused because too many wait for the same activation already.</summary>
public sealed class LimitExceededException : OrleansException
{
    /// <summary>A limit was reached.</summary>
    public LimitExceededException()
        : base("Limit exceeded")
    {
    }

    /// <summary>A limit was reached, told by <paramref name="message"/>.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>A limit was reached, told by <paramref name="message"/>.</summary>
    public LimitExceededException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The limit <paramref name="limitName"/> of <paramref name="threshold"/> was reached.</summary>
    public LimitExceededException(string limitName, int current, int threshold, object extraInfo)
        : base($"Limit exceeded {limitName} Current={current} Threshold={threshold} {extraInfo}")
    {
    }
}
