using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Leaves the XML reader from inside its input; it has no other way to be told.</summary>
internal sealed class MessageRefusedException(Error error) : Exception(error.Message)
{
    /// <summary>Why the message is not read on.</summary>
    public Error Error { get; } = error;
}
