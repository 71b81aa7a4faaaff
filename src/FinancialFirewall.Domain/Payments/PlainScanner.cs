using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Finds the members of a payment that is written plainly, as nearly all are: one flat object of known members, each once, in printable ASCII without
/// escapes, on one line. It says exactly what <see cref="PaymentScanner"/> would say, in a fraction of the time, or declines and leaves the payment
/// to it: whatever is unusual, and so whatever is wrong.
/// </summary>
internal sealed class PlainScanner
{
    private const int NoMember = 0;
    private const int Declined = -1;

    // What followed each member lately, and at the first place what an object began with.
    private readonly ExpectedMember[] expected = new ExpectedMember[PaymentMemberTable.All.Length + 1];
    private ulong[] quotes = new ulong[16];

    /// <summary>Scans a whole body.</summary>
    /// <param name="json">The body.</param>
    /// <param name="values">Takes where the value of each member stands.</param>
    /// <param name="present">Takes which members have a value that is neither null nor blank.</param>
    /// <returns>False when it declines; values and presence then mean nothing.</returns>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryScan(ReadOnlySpan<byte> json, PaymentValue[] values, out ulong present)
    {
        present = 0;
        if (json.Length <= 2 || json[0] != '{')
        {
            return false;
        }

        var words = (json.Length + PlainText.WordBytes - 1) / PlainText.WordBytes;
        if (words > quotes.Length)
        {
            quotes = new ulong[words];
        }

        return PlainText.TryFindQuotes(json, quotes) && TryScanMembers(json, quotes.AsSpan(0, words), values, out present);
    }

    private bool TryScanMembers(ReadOnlySpan<byte> json, ReadOnlySpan<ulong> quoteWords, PaymentValue[] values, out ulong present)
    {
        present = 0;
        var (seen, absent, previous) = (0UL, 0UL, NoMember);
        for (var at = 1; ;)
        {
            at = ScanExpected(json, quoteWords, values, at, ref seen, ref previous);
            if (EndsAt(json, at))
            {
                present = seen & ~absent;
                return previous != NoMember;
            }

            at = ScanNext(json, quoteWords, values, at, ref seen, ref absent, ref previous);
            if (at == Declined)
            {
                return false;
            }
        }
    }

    /// <summary>Scans members for as long as each is where it is expected, has a text or a number that is not blank, and was not there before: so the members of nearly every payment.</summary>
    /// <returns>Where it stopped, behind a value.</returns>
    // It calls nothing: its variables are more than would stay in registers beside a call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ScanExpected(ReadOnlySpan<byte> json, ReadOnlySpan<ulong> quoteWords, PaymentValue[] values, int at, ref ulong seen, ref int previous)
    {
        var marks = new QuoteCursor(quoteWords, at);
        var (found, last) = (seen, previous);
        while (true)
        {
            ref readonly var next = ref expected[last];
            var bit = 1UL << (int)next.Member;
            if (!next.IsAt(json, at) || (found & bit) != 0)
            {
                break;
            }

            var start = at + next.Length;
            var end = 0;
            marks.Next();
            marks.Next();
            if ((uint)start >= (uint)json.Length)
            {
                break;
            }

            ref var value = ref values[(int)next.Member];
            if (json[start] == '"')
            {
                marks.Next();
                end = marks.Next();
                if (end <= start + 1 || json[start + 1] == ' ')
                {
                    break;
                }

                value = new PaymentValue(JsonTokenType.String, InScratch: false, start + 1, end - start - 1);
                end++;
            }
            else
            {
                var length = PlainNumber.LengthAt(json[start..]);
                if (length == 0)
                {
                    break;
                }

                value = new PaymentValue(JsonTokenType.Number, InScratch: false, start, length);
                end = start + length;
            }

            found |= bit;
            last = (int)next.Member + 1;
            at = end;
        }

        (seen, previous) = (found, last);
        return at;
    }

    /// <summary>Scans the next member, whatever it looks like.</summary>
    /// <returns>Where its value ends, or <see cref="Declined"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ScanNext(
        ReadOnlySpan<byte> json, ReadOnlySpan<ulong> quoteWords, PaymentValue[] values, int at, ref ulong seen, ref ulong absent, ref int previous)
    {
        var marks = new QuoteCursor(quoteWords, at);
        ref var next = ref expected[previous];
        var member = next.Member;
        if (next.IsAt(json, at))
        {
            at += next.Length;
        }
        else
        {
            (at, member) = ScanName(json, at, ref next, isFirst: previous == NoMember);
            if (at == Declined)
            {
                return Declined;
            }
        }

        // Those around the name, which was read or is as expected.
        marks.Next();
        marks.Next();
        var bit = 1UL << (int)member;
        if ((seen & bit) != 0 || !TryScanValue(json, ref marks, ref at, out var value))
        {
            return Declined;
        }

        seen |= bit;
        values[(int)member] = value;
        absent |= IsPresent(json, value) ? 0 : bit;
        previous = (int)member + 1;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryScanValue(ReadOnlySpan<byte> json, ref QuoteCursor marks, ref int at, out PaymentValue value)
    {
        var first = Peek(json, at);
        if (first == ' ')
        {
            at = SkipSpaces(json, at);
            first = Peek(json, at);
        }

        if (first == '"')
        {
            marks.Next();
            var close = marks.Next();
            value = new PaymentValue(JsonTokenType.String, InScratch: false, at + 1, close - at - 1);
            at = close + 1;
            return close >= 0;
        }

        var token = TokenAt(json[at..], out var length);
        value = new PaymentValue(token, InScratch: false, at, length);
        at += length;
        return token != JsonTokenType.None;
    }

    /// <summary>Reads a member's name and what stands around it, up to its value, and remembers all of it.</summary>
    /// <returns>Where the value stands, or <see cref="Declined"/>; and the member.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (int At, PaymentMember Member) ScanName(ReadOnlySpan<byte> json, int at, ref ExpectedMember next, bool isFirst)
    {
        var place = SkipSpaces(json, at);
        if (!isFirst)
        {
            if (Peek(json, place) != ',')
            {
                return (Declined, default);
            }

            place = SkipSpaces(json, place + 1);
        }

        if (Peek(json, place) != '"' || FindQuote(json, place + 1) is var close && close < 0 || !PaymentMemberTable.TryFind(json[(place + 1)..close], out var member))
        {
            return (Declined, default);
        }

        place = SkipSpaces(json, close + 1);
        if (Peek(json, place) != ':')
        {
            return (Declined, default);
        }

        place = SkipSpaces(json, place + 1);
        next.Learn(json, at, place, member);
        return (place, member);
    }

    private static int FindQuote(ReadOnlySpan<byte> json, int at) => json[at..].IndexOf((byte)'"') is >= 0 and var place ? at + place : -1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static JsonTokenType TokenAt(ReadOnlySpan<byte> rest, out int length)
    {
        length = PlainNumber.LengthAt(rest);
        if (length > 0)
        {
            return JsonTokenType.Number;
        }

        length = 4;
        if (rest.StartsWith("true"u8))
        {
            return JsonTokenType.True;
        }

        if (rest.StartsWith("null"u8))
        {
            return JsonTokenType.Null;
        }

        length = 5;
        return rest.StartsWith("false"u8) ? JsonTokenType.False : JsonTokenType.None;
    }

    private static bool EndsAt(ReadOnlySpan<byte> json, int at)
    {
        at = SkipSpaces(json, at);
        return Peek(json, at) == '}' && SkipSpaces(json, at + 1) == json.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPresent(ReadOnlySpan<byte> json, PaymentValue value) => value.Token == JsonTokenType.String
        ? value.Length > 0 && (json[value.Start] != ' ' || json.Slice(value.Start, value.Length).ContainsAnyExcept((byte)' '))
        : value.Token != JsonTokenType.Null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Peek(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length ? json[at] : (byte)0;

    private static int SkipSpaces(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
