using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Unpacking;

/// <summary>Ends the reading of a packed input that is broken or over a limit; a stream has no other way to say so.</summary>
internal sealed class UnpackingRefusedException(Error error) : IOException(error.Message)
{
    /// <summary>What is wrong with the input.</summary>
    public Error Error { get; } = error;
}
