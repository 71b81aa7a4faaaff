using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Answers;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Finds the account that a filter names.</summary>
internal static class AccountFilter
{
    /// <summary>The hash of the account as a payment with it would be kept: in its normal form, and a card's number as its token.</summary>
    public static Result<ulong> Read(string account, CardTokenizer cards)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { fromAccountNumber = account, amount = "1", currency = "EUR" });
        var packed = new PooledBuffer(256);
        return new PaymentReader(new PaymentReaderOptions { RequiresIdentity = false }).TryRead(body, cards, default, packed, out var errors)
            ? new PackedPayment(packed.Detach()).AccountHash
            : Result.Failure<ulong>(errors);
    }
}
