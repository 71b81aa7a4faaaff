using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Brings the values of a payment's members into their normal forms and checks them. Every problem goes to the errors.</summary>
internal sealed class PaymentNormaliser(PaymentReaderOptions options, PaymentScratch scratch, PaymentErrors errors)
{
    private const ulong Money = (1UL << (int)PaymentMember.Amount) | (1UL << (int)PaymentMember.Currency) | (1UL << (int)PaymentMember.Kind);

    private readonly PaymentMoneyReader money = new(options, errors);
    private readonly PaymentTextNormaliser texts = new(scratch, errors);
    private readonly ulong requiredMembers = RequiredBy(options);
    private PackedPaymentFields fields;

    /// <summary>Everything that is not text, of the payment read last.</summary>
    public ref readonly PackedPaymentFields Fixed => ref fields;

    /// <summary>Normalises what the scanner found; afterwards its values stand where the normal forms are.</summary>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Normalise(ReadOnlySpan<byte> json, PaymentScanner scanner, CardTokenizer cards, Instant arrivedAt)
    {
        fields = new PackedPaymentFields { Presence = scanner.Present, Kind = PaymentKind.Payment, Source = PaymentSource.BankClient };
        texts.Begin();
        if ((scanner.Present & requiredMembers) != requiredMembers)
        {
            RequireMembers();
        }

        money.Read(json, scratch, scanner, ref fields);
        for (var rest = scanner.Present & ~Money; rest != 0; rest &= rest - 1)
        {
            var member = (PaymentMember)BitOperations.TrailingZeroCount(rest);
            ref var value = ref scanner.Values[(int)member];
            var bytes = value.InScratch ? scratch.Slice(value.Start, value.Length) : json.Slice(value.Start, value.Length);
            if (scanner.IsPlain && value.Token == JsonTokenType.String && texts.IsNormal(rest & (0 - rest), member, bytes))
            {
                continue;
            }

            ReadMember(PaymentMemberTable.Get(member), bytes, ref value, scanner.IsPlain, cards);
        }

        SettleTime(arrivedAt);
        DeriveCountry(scanner.Values, PaymentMember.FromAccountNumber, PaymentMember.FromCountry, PackedPaymentFlags.FromCountryDerived);
        DeriveCountry(scanner.Values, PaymentMember.ToAccountNumber, PaymentMember.ToCountry, PackedPaymentFlags.ToCountryDerived);
        fields.Presence |= (1UL << (int)PaymentMember.Kind) | (1UL << (int)PaymentMember.PaymentSource) | (1UL << (int)PaymentMember.InitiatedAt)
            | (1UL << (int)PaymentMember.Currency);
    }

    private void RequireMembers()
    {
        foreach (var info in PaymentMemberTable.All)
        {
            if ((requiredMembers & ~fields.Presence & (1UL << (int)info.Member)) != 0)
            {
                errors.Add(new Error(ErrorKind.Invalid, "MEMBER_REQUIRED", info.Name, "", $"{info.Name} is required."));
            }
        }
    }

    private static ulong RequiredBy(PaymentReaderOptions options)
    {
        var required = 0UL;
        foreach (var info in PaymentMemberTable.All)
        {
            var isIdentity = info.Member is PaymentMember.TransactionReference or PaymentMember.FromAccountNumber;
            var isWaived = isIdentity ? !options.RequiresIdentity : info.Member == PaymentMember.Currency && options.DefaultCurrency is not null;
            required |= info.IsRequired && !isWaived ? 1UL << (int)info.Member : 0;
        }

        return required;
    }

    private void ReadMember(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, bool isPlain, CardTokenizer cards)
    {
        // Nearly all members are texts: asked first, since a jump by a table costs more than a question.
        if (info.Kind <= PaymentMemberKind.Account)
        {
            texts.Normalise(info, bytes, ref value, isPlain, cards);
            return;
        }

        if (info.Kind == PaymentMemberKind.Time)
        {
            ReadTime(info.Member, bytes, value.Token);
            return;
        }

        switch (info.Kind)
        {
            case PaymentMemberKind.Source:
                ReadSource(bytes, value.Token);
                break;
            case PaymentMemberKind.Date:
                ReadDate(info.Member, bytes, value.Token);
                break;
            case PaymentMemberKind.Latitude:
                fields.LatitudeMicrodegrees = PaymentNumbers.ReadDegrees(info.Member, bytes, value.Token, 90, errors);
                break;
            case PaymentMemberKind.Longitude:
                fields.LongitudeMicrodegrees = PaymentNumbers.ReadDegrees(info.Member, bytes, value.Token, 180, errors);
                break;
            case PaymentMemberKind.Truth:
                ReadTruth(info.Member, bytes, value.Token);
                break;
            default:
                texts.Normalise(info, bytes, ref value, isPlain, cards);
                break;
        }
    }

    private void ReadSource(ReadOnlySpan<byte> bytes, JsonTokenType token)
    {
        if (token != JsonTokenType.String || !PaymentEnumText.TryParse(bytes, out fields.Source))
        {
            errors.Invalid(PaymentMember.PaymentSource, "SOURCE_UNKNOWN", bytes, "paymentSource must be \"BANK_CLIENT\" or \"CLEARING_SYSTEM\".");
        }
    }

    private void ReadDate(PaymentMember member, ReadOnlySpan<byte> bytes, JsonTokenType token)
    {
        if (token != JsonTokenType.String || !Rfc3339.TryParseDate(bytes, out fields.RequestedExecutionDay))
        {
            errors.Invalid(member, "DATE_INVALID", bytes, $"{PaymentMemberTable.Name(member)} must be a date such as \"2026-03-01\".");
        }
    }

    private void ReadTime(PaymentMember member, ReadOnlySpan<byte> bytes, JsonTokenType token)
    {
        if (token != JsonTokenType.String || !Rfc3339.TryParse(bytes, out var time))
        {
            errors.Invalid(
                member, "TIME_INVALID", bytes, $"{PaymentMemberTable.Name(member)} must be an RFC 3339 time with Z or an offset, such as \"2026-03-01T12:00:00Z\".");
        }
        else if (member == PaymentMember.InitiatedAt)
        {
            fields.InitiatedAt = time;
        }
        else
        {
            fields.FromAccountOpenedAt = time;
        }
    }

    private void ReadTruth(PaymentMember member, ReadOnlySpan<byte> bytes, JsonTokenType token)
    {
        if (token is not (JsonTokenType.True or JsonTokenType.False))
        {
            errors.Invalid(member, "MEMBER_TYPE", bytes, $"{PaymentMemberTable.Name(member)} must be true or false, without quotation marks.");
        }

        fields.Flags |= token == JsonTokenType.True ? PackedPaymentFlags.CardPresent : PackedPaymentFlags.None;
    }

    private void SettleTime(Instant arrivedAt)
    {
        if ((fields.Presence & (1UL << (int)PaymentMember.InitiatedAt)) == 0)
        {
            fields.InitiatedAt = arrivedAt;
            fields.Flags |= PackedPaymentFlags.InitiatedAtDefaulted;
        }
        else if (options.RefusesFuture && fields.InitiatedAt > arrivedAt.Plus(PaymentReader.AheadTolerance))
        {
            errors.Add(new Error(
                ErrorKind.Invalid, "INITIATED_AHEAD", "initiatedAt", fields.InitiatedAt.ToString(),
                $"initiatedAt is more than {PaymentReader.AheadTolerance.TotalMinutes:0} minutes ahead of {arrivedAt}, the time of arrival."));
        }
    }

    /// <summary>Takes an absent country from a valid IBAN: it is the first two letters of the account's own text.</summary>
    private void DeriveCountry(PaymentValue[] values, PaymentMember account, PaymentMember country, PackedPaymentFlags flag)
    {
        if ((fields.Presence & (1UL << (int)country)) == 0 && texts.IsIban(account))
        {
            values[(int)country] = values[(int)account] with { Length = CountryTable.CodeLength };
            fields.Presence |= 1UL << (int)country;
            fields.Flags |= flag;
        }
    }
}
