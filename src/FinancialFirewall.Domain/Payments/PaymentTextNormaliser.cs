using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Brings one text member, or the metadata, into its normal form.</summary>
internal sealed class PaymentTextNormaliser(PaymentScratch scratch, PaymentErrors errors)
{
    private const byte Delete = 0x7F;
    private const int MerchantCategoryLength = 4;

    private static readonly SearchValues<byte> LineControls = SearchValues.Create([.. Controls(hasLines: false)]);
    private static readonly SearchValues<byte> TextControls = SearchValues.Create([.. Controls(hasLines: true)]);

    private ulong ibans;

    /// <summary>Forgets the payment before.</summary>
    public void Begin() => ibans = 0;

    /// <summary>Whether an account of this payment is an IBAN.</summary>
    public bool IsIban(PaymentMember account) => (ibans & (1UL << (int)account)) != 0;

    /// <summary>
    /// Whether a text of printable ASCII is in its normal form as it was sent, by a short look: a reference, a text with too few digits for a card number, or a
    /// compact IBAN.
    /// </summary>
    /// <param name="bit">The member's bit in presence maps.</param>
    /// <param name="member">The member.</param>
    /// <param name="bytes">The text.</param>
    /// <returns>False where <see cref="Normalise"/> has to say.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNormal(ulong bit, PaymentMember member, ReadOnlySpan<byte> bytes)
    {
        if ((bit & PaymentMemberTable.Accounts) != 0)
        {
            var isIban = Iban.IsValid(bytes);
            ibans |= isIban ? bit : 0;
            return isIban;
        }

        return (bit & (PaymentMemberTable.References | PaymentMemberTable.Texts)) != 0 && bytes.Length <= PaymentMemberTable.Get(member).MaximumLength
            && ((bit & PaymentMemberTable.References) != 0 || bytes.Length < CardNumbers.MinimumDigits || !CardNumbers.HasEnoughDigits(bytes));
    }

    /// <summary>Normalises a value and points it to its normal form; every problem goes to the errors.</summary>
    /// <param name="info">The member.</param>
    /// <param name="bytes">The value as it was sent, unescaped.</param>
    /// <param name="value">Where it stands; afterwards where the normal form stands.</param>
    /// <param name="isPlain">Whether it is known to be printable ASCII.</param>
    /// <param name="cards">Makes tokens of card numbers.</param>
    public void Normalise(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, bool isPlain, CardTokenizer cards)
    {
        if (info.Kind == PaymentMemberKind.Metadata)
        {
            NormaliseMetadata(info, bytes, ref value, cards);
        }
        else if (value.Token != JsonTokenType.String)
        {
            errors.Invalid(info.Member, "MEMBER_TYPE", bytes, Explain(info.Name, bytes, value.Token));
        }
        else if (bytes.Length > info.MaximumLength && info.Kind != PaymentMemberKind.Account && CountCharacters(bytes) is var length && length > info.MaximumLength)
        {
            errors.TooLong(info.Member, bytes, length, isReplaced: false);
        }
        else if (!isPlain && FindControl(bytes, info.Kind == PaymentMemberKind.FreeText) is var control and >= 0)
        {
            errors.Invalid(info.Member, "TEXT_CONTROL", bytes, $"{info.Name} has the control character U+{control:X4}: leave it out.");
        }
        else
        {
            NormaliseText(info, bytes, ref value, cards);
        }
    }

    private static string Explain(string name, ReadOnlySpan<byte> bytes, JsonTokenType token)
        => token is JsonTokenType.Number
            ? $"{name} must be text: write \"{PaymentErrors.Shown(bytes)}\"."
            : $"{name} must be text in quotation marks.";

    /// <summary>Unicode scalar values of valid UTF-8: every byte that does not continue one.</summary>
    private static int CountCharacters(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var one in bytes)
        {
            count += (one & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    private static int FindControl(ReadOnlySpan<byte> bytes, bool hasLines)
        => bytes.IndexOfAny(hasLines ? TextControls : LineControls) is >= 0 and var place ? bytes[place] : -1;

    private static IEnumerable<byte> Controls(bool hasLines)
        => Enumerable.Range(0, ' ').Append(Delete).Where(one => !hasLines || one is not ('\t' or '\r' or '\n')).Select(static one => (byte)one);

    private void NormaliseText(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, CardTokenizer cards)
    {
        if (info.Kind <= PaymentMemberKind.FreeText)
        {
            ReplaceCards(info, bytes, ref value, cards);
        }
        else if (info.Kind == PaymentMemberKind.Account)
        {
            NormaliseAccount(info, bytes, ref value, cards);
        }
        else if (info.Kind != PaymentMemberKind.Reference)
        {
            NormaliseCode(info, bytes, ref value);
        }
    }

    private void NormaliseCode(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value)
    {
        switch (info.Kind)
        {
            case PaymentMemberKind.Country:
                NormaliseCountry(info, bytes, ref value);
                break;
            case PaymentMemberKind.Bic:
                Settle(Bic.TryNormalise(bytes, scratch.Reserve(Bic.MaximumLength)), bytes.Length, info, bytes, ref value);
                break;
            case PaymentMemberKind.Uetr:
                Settle(Uetr.TryNormalise(bytes, scratch.Reserve(Uetr.Length)), bytes.Length, info, bytes, ref value);
                break;
            case PaymentMemberKind.IpAddress:
                Settle(IpAddressText.TryNormalise(bytes, scratch.Reserve(IpAddressText.MaximumLength), out var length), length, info, bytes, ref value);
                break;
            case PaymentMemberKind.MerchantCategory:
                bytes.CopyTo(scratch.Reserve(bytes.Length));
                var isCode = bytes.Length == MerchantCategoryLength && !bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9');
                Settle(isCode, bytes.Length, info, bytes, ref value);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(info), info.Kind, "This kind of member is no text.");
        }
    }

    private void NormaliseAccount(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, CardTokenizer cards)
    {
        var trimmed = bytes.Trim((byte)' ');
        var leading = bytes.Length - bytes.TrimStart((byte)' ').Length;
        if (Iban.IsValid(trimmed))
        {
            ibans |= 1UL << (int)info.Member;
            value = value with { Start = value.Start + leading, Length = trimmed.Length };
            return;
        }

        if (Iban.TryNormalise(trimmed, scratch.Reserve(Iban.MaximumLength), out var length))
        {
            ibans |= 1UL << (int)info.Member;
            value = new PaymentValue(JsonTokenType.String, InScratch: true, scratch.Used, length);
            scratch.Take(length);
            return;
        }

        var characters = CountCharacters(trimmed);
        if (characters > info.MaximumLength)
        {
            errors.TooLong(info.Member, bytes, characters, isReplaced: false);
            return;
        }

        value = value with { Start = value.Start + leading, Length = trimmed.Length };
        ReplaceCards(info, trimmed, ref value, cards);
    }

    private void NormaliseCountry(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value)
    {
        if (CountryTable.TryNormalise(bytes, scratch.Reserve(CountryTable.CodeLength)))
        {
            Settle(isValid: true, CountryTable.CodeLength, info, bytes, ref value);
            return;
        }

        var text = PaymentErrors.Shown(bytes);
        var hint = CountryTable.FindIntended(text) is { } intended ? $"did you mean {intended}?" : "two letters such as DE.";
        errors.Invalid(info.Member, "COUNTRY_UNKNOWN", bytes, $"{info.Name} must be a country of ISO 3166-1 alpha-2: {hint}");
    }

    /// <summary>Points a value to what was written into the scratch bytes, or refuses it.</summary>
    private void Settle(bool isValid, int length, PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value)
    {
        if (!isValid)
        {
            var (code, expected) = Expect(info.Kind);
            errors.Invalid(info.Member, code, bytes, $"{info.Name} must be {expected}.");
            return;
        }

        value = new PaymentValue(JsonTokenType.String, InScratch: true, scratch.Used, length);
        scratch.Take(length);
    }

    private static (string Code, string Expected) Expect(PaymentMemberKind kind) => kind switch
    {
        PaymentMemberKind.Bic => ("BIC_INVALID", "a BIC of 8 or 11 characters such as DEUTDEFF500"),
        PaymentMemberKind.Uetr => ("UETR_INVALID", "a UUID of version 4 such as eb6305c9-1f7f-49de-aed0-16487c27b42d"),
        PaymentMemberKind.IpAddress => ("IP_ADDRESS_INVALID", "an IPv4 or IPv6 address such as 192.0.2.1 or 2001:db8::1, without port or prefix"),
        PaymentMemberKind.MerchantCategory => ("MERCHANT_CATEGORY_INVALID", "four digits (ISO 18245) such as \"5411\""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of member has its own refusal."),
    };

    private void ReplaceCards(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, CardTokenizer cards)
    {
        if (bytes.Length < CardNumbers.MinimumDigits)
        {
            return;
        }

        var start = scratch.Used;
        if (!CardReplacer.TryReplace(bytes, cards, scratch, out var length))
        {
            return;
        }

        value = new PaymentValue(JsonTokenType.String, InScratch: true, start, length);
        var characters = CountCharacters(scratch.Slice(start, length));
        if (characters > info.MaximumLength)
        {
            errors.TooLong(info.Member, bytes, characters, isReplaced: true);
        }
    }

    private void NormaliseMetadata(PaymentMemberInfo info, ReadOnlySpan<byte> bytes, ref PaymentValue value, CardTokenizer cards)
    {
        if (value.Token != JsonTokenType.StartObject)
        {
            errors.Invalid(info.Member, "MEMBER_TYPE", bytes, "metadata must be a JSON object.");
            return;
        }

        if (bytes.Length > info.MaximumLength)
        {
            errors.TooLong(info.Member, bytes, bytes.Length, isReplaced: false);
            return;
        }

        var start = scratch.Used;
        try
        {
            if (CardReplacer.TryReplaceInJson(bytes, cards, scratch, out var length))
            {
                value = new PaymentValue(JsonTokenType.StartObject, InScratch: true, start, length);
            }
        }
        catch (InvalidOperationException)
        {
            errors.Invalid(info.Member, "TEXT_INVALID", bytes, "metadata has a text with half of a surrogate pair: both \\u escapes are needed.");
            return;
        }

        if (value.Length > info.MaximumLength)
        {
            errors.TooLong(info.Member, bytes, value.Length, isReplaced: true);
        }
    }
}
