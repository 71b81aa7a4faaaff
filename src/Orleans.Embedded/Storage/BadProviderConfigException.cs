using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>A grain asks for a store that was not added.</summary>
public sealed class BadProviderConfigException : OrleansException
{
    /// <summary>A store is missing.</summary>
    public BadProviderConfigException()
        : base("A store that a grain asks for was not added.")
    {
    }

    /// <summary>A store is missing, told by <paramref name="message"/>.</summary>
    public BadProviderConfigException(string message)
        : base(message)
    {
    }

    /// <summary>A store is missing, told by <paramref name="message"/>.</summary>
    public BadProviderConfigException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
