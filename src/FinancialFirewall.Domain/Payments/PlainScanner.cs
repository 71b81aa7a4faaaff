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
    private readonly QuoteMap quotes = new();

    /// <summary>Scans a whole body.</summary>
    /// <param name="json">The body.</param>
    /// <param name="values">Takes where the value of each member stands.</param>
    /// <param name="present">Takes which members have a value that is neither null nor blank.</param>
    /// <returns>False when it declines; values and presence then mean nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryScan(ReadOnlySpan<byte> json, PaymentValue[] values, out ulong present)
    {
        present = 0;
        return json.Length is > 2 and <= QuoteMap.MaximumLength && json[0] == '{' && quotes.TryMark(json) && TryScanMembers(json, quotes.Read(), values, ref present);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryScanMembers(ReadOnlySpan<byte> json, QuoteCursor quotes, PaymentValue[] values, ref ulong present)
    {
        var (seen, found) = (0UL, 0UL);
        for (var at = 1; ; at++)
        {
            at = SkipSpaces(json, at);
            if (at != quotes.Next() || quotes.Next() is var close && close < 0 || !PaymentMemberTable.TryFind(json[(at + 1)..close], out var member))
            {
                return false;
            }

            at = SkipSpaces(json, close + 1);
            var bit = 1UL << (int)member;
            if (Peek(json, at) != ':' || (seen & bit) != 0 || !TryScanValue(json, SkipSpaces(json, at + 1), ref quotes, out var value, out at))
            {
                return false;
            }

            seen |= bit;
            values[(int)member] = value;
            found |= IsPresent(json, value) ? bit : 0;
            at = SkipSpaces(json, at);
            if (Peek(json, at) != ',')
            {
                present = found;
                return Peek(json, at) == '}' && SkipSpaces(json, at + 1) == json.Length;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryScanValue(ReadOnlySpan<byte> json, int start, ref QuoteCursor quotes, out PaymentValue value, out int end)
    {
        if (Peek(json, start) == '"')
        {
            var open = quotes.Next();
            var close = quotes.Next();
            value = new PaymentValue(JsonTokenType.String, InScratch: false, open + 1, close - open - 1);
            end = close + 1;
            return close > 0;
        }

        var token = TokenAt(json[start..], out var length);
        value = new PaymentValue(token, InScratch: false, start, length);
        end = start + length;
        return token != JsonTokenType.None;
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPresent(ReadOnlySpan<byte> json, PaymentValue value) => value.Token == JsonTokenType.String
        ? value.Length > 0 && (json[value.Start] != ' ' || json.Slice(value.Start, value.Length).ContainsAnyExcept((byte)' '))
        : value.Token != JsonTokenType.Null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte Peek(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length ? json[at] : (byte)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSpaces(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
