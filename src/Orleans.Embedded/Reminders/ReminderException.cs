namespace Orleans.Runtime;

/// <summary>A reminder could not be changed, because it is not there or was changed by someone else.</summary>
public sealed class ReminderException : OrleansException
{
    /// <summary>A reminder could not be changed.</summary>
    public ReminderException()
        : base("The reminder could not be changed.")
    {
    }

    /// <summary>A reminder could not be changed, told by <paramref name="message"/>.</summary>
    public ReminderException(string message)
        : base(message)
    {
    }

    /// <summary>A reminder could not be changed, told by <paramref name="message"/>.</summary>
    public ReminderException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
