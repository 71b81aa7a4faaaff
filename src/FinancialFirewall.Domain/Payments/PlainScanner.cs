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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

        return PlainText.TryFindQuotes(json, quotes) && TryScanMembers(json, new QuoteCursor(quotes.AsSpan(0, words)), values, ref present);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryScanMembers(ReadOnlySpan<byte> json, QuoteCursor marks, PaymentValue[] values, ref ulong present)
    {
        var (seen, found, previous) = (0UL, 0UL, NoMember);
        for (var at = 1; ;)
        {
            ref var next = ref expected[previous];
            var member = next.Member;
            if (next.IsAt(json, at))
            {
                at += next.Length;
            }
            else if (EndsAt(json, at))
            {
                present = found;
                return previous != NoMember;
            }
            else
            {
                (at, member) = ScanName(json, at, ref next, isFirst: previous == NoMember);
                if (at == Declined)
                {
                    return false;
                }
            }

            // Those around the name, which was read or is as expected.
            marks.Next();
            marks.Next();
            var bit = 1UL << (int)member;
            if ((seen & bit) != 0 || !TryScanValue(json, ref marks, ref at, out var value))
            {
                return false;
            }

            seen |= bit;
            values[(int)member] = value;
            found |= IsPresent(json, value) ? bit : 0;
            previous = (int)member + 1;
        }
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
