using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>
/// A record was changed by someone else since it was read. Where a grain lets it escape from a request, its activation ends, so that
/// the next one reads the record anew.
/// </summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>A record was changed by someone else.</summary>
    public InconsistentStateException()
        : base("The record was changed by someone else since it was read.")
    {
    }

    /// <summary>A record was changed by someone else, told by <paramref name="message"/>.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>A record was changed by someone else, told by <paramref name="message"/>.</summary>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A record was changed by someone else.</summary>
    /// <param name="errorMsg">What happened.</param>
    /// <param name="storedEtag">The version in the store.</param>
    /// <param name="currentEtag">The version the writer had.</param>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base(errorMsg)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version in the store.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version the writer had.</summary>
    public string? CurrentEtag { get; }

    /// <summary>The activation whose state it was: the exception ends that one, not those whose calls it passes through.</summary>
    internal Activation? Activation { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()} Expected ETag={CurrentEtag} Stored ETag={StoredEtag}";
}
