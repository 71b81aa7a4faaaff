using System.Runtime.CompilerServices;
using System.Text.Json;
using FinancialFirewall.Domain.Money;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Reads kind, currency and amount, which are only understood together.</summary>
internal sealed class PaymentMoneyReader(PaymentReaderOptions options, PaymentErrors errors)
{
    /// <summary>Reads all three; every problem goes to the errors.</summary>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Read(ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentScanner scanner, ref PackedPaymentFields fields)
    {
        var mayBeZero = ReadKind(json, scratch, scanner, ref fields);
        var currency = ReadCurrency(json, scratch, scanner);
        fields.CurrencyNumber = currency?.Number ?? 0;
        if (!Has(scanner, PaymentMember.Amount))
        {
            return;
        }

        var value = scanner.Values[(int)PaymentMember.Amount];
        var bytes = Bytes(json, scratch, value);
        if (currency is { } plain && PlainNumber.TryParsePositive(bytes, plain.Exponent, out fields.AmountMinor))
        {
            return;
        }

        if (bytes.Length > PaymentMemberTable.Get(PaymentMember.Amount).MaximumLength)
        {
            errors.TooLong(PaymentMember.Amount, bytes, bytes.Length, isReplaced: false);
        }
        else if (value.Token is not (JsonTokenType.Number or JsonTokenType.String) || !DecimalNumber.TryParse(bytes, out var number))
        {
            Refuse(MinorUnitsFault.NotANumber, bytes, currency ?? default);
        }
        else if (number.IsNegative || (number.IsZero && !mayBeZero))
        {
            var bound = fields.Kind == PaymentKind.AccountVerification ? "0 or more" : "more than 0";
            errors.Invalid(PaymentMember.Amount, "AMOUNT_NOT_POSITIVE", bytes, $"amount must be {bound}: what goes back is a kind (REFUND, REVERSAL, RETURN).");
        }
        else if (currency is { } known && MinorUnits.TryConvert(number, known.Exponent, out fields.AmountMinor) is var fault and not MinorUnitsFault.None)
        {
            Refuse(fault, bytes, known);
        }
    }

    private static bool Has(PaymentScanner scanner, PaymentMember member) => (scanner.Present & (1UL << (int)member)) != 0;

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentValue value)
        => value.InScratch ? scratch.Slice(value.Start, value.Length) : json.Slice(value.Start, value.Length);

    /// <returns>Whether the amount may be zero; true also where the kind is not known.</returns>
    private bool ReadKind(ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentScanner scanner, ref PackedPaymentFields fields)
    {
        if (!Has(scanner, PaymentMember.Kind))
        {
            return false;
        }

        var value = scanner.Values[(int)PaymentMember.Kind];
        var bytes = Bytes(json, scratch, value);
        if (value.Token == JsonTokenType.String && PaymentEnumText.TryParse(bytes, out fields.Kind))
        {
            return fields.Kind == PaymentKind.AccountVerification;
        }

        errors.Invalid(PaymentMember.Kind, "KIND_UNKNOWN", bytes, $"kind must be one of {string.Join(", ", PaymentEnumText.Kinds.ToArray())}.");
        return true;
    }

    private Currency? ReadCurrency(ReadOnlySpan<byte> json, PaymentScratch scratch, PaymentScanner scanner)
    {
        if (!Has(scanner, PaymentMember.Currency))
        {
            return options.DefaultCurrency;
        }

        var value = scanner.Values[(int)PaymentMember.Currency];
        var bytes = Bytes(json, scratch, value);
        if (value.Token == JsonTokenType.String && CurrencyTable.TryFind(bytes, out var currency))
        {
            return currency;
        }

        errors.Add(CurrencyErrors.Unknown("currency", PaymentErrors.Shown(bytes)));
        return null;
    }

    private void Refuse(MinorUnitsFault fault, ReadOnlySpan<byte> bytes, Currency currency)
        => errors.Add(MinorUnits.Describe(fault, "amount", PaymentErrors.Shown(bytes), currency));
}
