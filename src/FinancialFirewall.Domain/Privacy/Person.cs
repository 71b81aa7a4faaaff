using System.Buffers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Privacy;

/// <summary>Somebody that payments are about, as one who asks names him: a customer with all accounts, or an account with all customers.</summary>
/// <param name="Member">Which member names him: <see cref="PaymentMember.CustomerId"/> or <see cref="PaymentMember.FromAccountNumber"/>.</param>
/// <param name="Name">The value of that member in payments, UTF-8 in its normal form.</param>
public sealed record Person(PaymentMember Member, ReadOnlyMemory<byte> Name)
{
    /// <summary>Brings a name into the form that payments have. Refusals: <c>PERSON_REQUIRED</c>, <c>PERSON_AMBIGUOUS</c>, and those of the members.</summary>
    /// <param name="customerId">The customer; null where it is an account.</param>
    /// <param name="accountNumber">The account; null where it is a customer.</param>
    /// <param name="cards">The tokens of the tenant's cards, which may be accounts.</param>
    public static Result<Person> Read(string? customerId, string? accountNumber, CardTokenizer cards)
    {
        customerId = customerId?.Length == 0 ? null : customerId;
        accountNumber = accountNumber?.Length == 0 ? null : accountNumber;
        if (customerId is null == accountNumber is null)
        {
            return customerId is null
                ? new Error(ErrorKind.Invalid, "PERSON_REQUIRED", "customerId", "", "Name the person by customerId or by accountNumber.")
                : new Error(ErrorKind.Invalid, "PERSON_AMBIGUOUS", "accountNumber", accountNumber!, "Name the person by customerId or by accountNumber, not by both.");
        }

        var member = customerId is null ? PaymentMember.FromAccountNumber : PaymentMember.CustomerId;
        return Normalise(member, (customerId ?? accountNumber)!, cards);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{PaymentMemberTable.Name(Member)} {Encoding.UTF8.GetString(Name.Span)}";

    // A payment that has the name and nothing else brings it into the form that payments have.
    private static Result<Person> Normalise(PaymentMember member, string name, CardTokenizer cards)
    {
        var packed = new ArrayBufferWriter<byte>();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["amount"] = "1", ["currency"] = "EUR", [PaymentMemberTable.Name(member)] = name });
        return new PaymentReader(new PaymentReaderOptions { RequiresIdentity = false }).TryRead(body, cards, default, packed, out var refusals)
            ? new Person(member, new PackedPayment(packed.WrittenSpan).Text(member).ToArray())
            : Result.Failure<Person>(refusals);
    }
}
