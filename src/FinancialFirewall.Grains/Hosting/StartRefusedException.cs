using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>The firewall cannot start with what it was given.</summary>
public sealed class StartRefusedException : Exception
{
    /// <summary>Without a reason.</summary>
    public StartRefusedException()
    {
    }

    /// <summary>With a reason in words.</summary>
    public StartRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With a reason in words and what it came from.</summary>
    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With a reason.</summary>
    public StartRefusedException(Error error)
        : base(error.Message) => Error = error;

    /// <summary>The reason; null where there are only words.</summary>
    public Error? Error { get; }
}
