namespace Orleans.Runtime;

/// <summary>A failure of the runtime or of one of its providers.</summary>
public class OrleansException : Exception
{
    /// <summary>An unnamed failure.</summary>
    public OrleansException()
        : base("The grain runtime failed.")
    {
    }

    /// <summary>A failure told by <paramref name="message"/>.</summary>
    public OrleansException(string message)
        : base(message)
    {
    }

    /// <summary>A failure told by <paramref name="message"/> and caused by <paramref name="innerException"/>.</summary>
    public OrleansException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
