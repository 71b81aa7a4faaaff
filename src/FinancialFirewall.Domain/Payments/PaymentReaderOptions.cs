using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Payments;

/// <summary>What a <see cref="PaymentReader"/> accepts.</summary>
public sealed record PaymentReaderOptions
{
    /// <summary>The longest body or line, in bytes: 1 MiB.</summary>
    public int MaximumBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether an <c>initiatedAt</c> more than <see cref="PaymentReader.AheadTolerance"/> after the arrival is refused; off when the clock comes from the data.</summary>
    public bool RefusesFuture { get; init; } = true;

    /// <summary>Whether <c>transactionReference</c> and <c>fromAccountNumber</c> are required; off for a question that is not kept.</summary>
    public bool RequiresIdentity { get; init; } = true;

    /// <summary>The currency of a payment that names none; null where it must name one.</summary>
    public Currency? DefaultCurrency { get; init; }
}
