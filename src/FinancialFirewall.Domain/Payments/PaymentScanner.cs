using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Finds the members of a payment in its JSON: which there are and where their values stand, unescaped.</summary>
internal sealed class PaymentScanner(PaymentScratch scratch, PaymentErrors errors)
{
    private readonly PaymentValue[] values = new PaymentValue[PaymentMemberTable.All.Length];
    private readonly PlainScanner plain = new();
    private ulong seen;

    /// <summary>Which members have a value that is neither null nor blank: bit n stands for <see cref="PaymentMember"/> n.</summary>
    public ulong Present { get; private set; }

    /// <summary>Where the value of each member in <see cref="Present"/> stands.</summary>
    public PaymentValue[] Values => values;

    /// <summary>Whether every value is printable ASCII and stands in the JSON as it was sent.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Whether <see cref="PlainScanner"/> may scan; only a test that compares the two ways forbids it.</summary>
    public bool AllowsPlain { get; init; } = true;

    /// <summary>Scans a whole body. Every problem goes to the errors.</summary>
    /// <returns>False when the body cannot be understood at all.</returns>
    public bool TryScan(ReadOnlySpan<byte> json, int maximumBytes)
    {
        if (AllowsPlain && json.Length <= maximumBytes && plain.TryScan(json, values, out var found))
        {
            (Present, IsPlain) = (found, true);
            return true;
        }

        return TryScanExactly(json, maximumBytes);
    }

    // Seldom, and made of much: a method of its own, so that the usual way has none of its variables.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryScanExactly(ReadOnlySpan<byte> json, int maximumBytes)
    {
        (seen, Present, IsPlain) = (0, 0, false);
        if (json.Length > maximumBytes)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"The payment has {json.Length:N0} bytes: {maximumBytes:N0} are the most.");
            errors.Only(ErrorKind.TooLarge, "BODY_TOO_LARGE", default, message);
            return false;
        }

        if (!Utf8.IsValid(json))
        {
            errors.Only(ErrorKind.Malformed, "NOT_UTF8", default, "The payment is not UTF-8 text: send JSON in UTF-8.");
            return false;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = PaymentReader.MaximumDepth });
        try
        {
            return TryScanObject(json, ref reader);
        }
        catch (JsonException broken)
        {
            Refuse(json, ref reader, broken);
            return false;
        }
    }

    private bool TryScanObject(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var found = json[(int)reader.TokenStartIndex..];
            reader.Skip();
            reader.Read();
            errors.Only(ErrorKind.Malformed, "NOT_AN_OBJECT", found, "A payment is one JSON object: {\"transactionReference\": …}.");
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ScanMember(json, ref reader);
        }

        // Throws when anything but white space follows.
        reader.Read();
        return true;
    }

    private void ScanMember(ReadOnlySpan<byte> json, ref Utf8JsonReader reader)
    {
        if (!TryUnescape(ref reader, out var start, out var length))
        {
            AddBrokenText("", reader.ValueSpan);
            reader.Skip();
            return;
        }

        var name = reader.ValueIsEscaped ? scratch.Slice(start, length) : reader.ValueSpan;
        if (PaymentMemberTable.TryFind(name, out var member))
        {
            reader.Read();
            ScanValue(ref reader, member);
        }
        else if (ServerMembers.Contains(name))
        {
            reader.Skip();
        }
        else
        {
            RefuseUnknown(json, ref reader, PaymentErrors.Shown(name));
        }
    }

    private void ScanValue(ref Utf8JsonReader reader, PaymentMember member)
    {
        var bit = 1UL << (int)member;
        var start = (int)reader.TokenStartIndex;
        var token = reader.TokenType;
        if (token == JsonTokenType.String)
        {
            ScanText(ref reader, member, bit);
        }
        else
        {
            reader.Skip();
            values[(int)member] = new PaymentValue(token, InScratch: false, start, (int)reader.BytesConsumed - start);
            Mark(member, bit, isPresent: token != JsonTokenType.Null);
        }
    }

    private void ScanText(ref Utf8JsonReader reader, PaymentMember member, ulong bit)
    {
        if (!TryUnescape(ref reader, out var start, out var length))
        {
            AddBrokenText(PaymentMemberTable.Name(member), reader.ValueSpan);
            Mark(member, bit, isPresent: false);
            return;
        }

        var text = reader.ValueIsEscaped ? scratch.Slice(start, length) : reader.ValueSpan;
        values[(int)member] = new PaymentValue(JsonTokenType.String, reader.ValueIsEscaped, start, length);
        Mark(member, bit, isPresent: text.ContainsAnyExcept(" \t\r\n"u8));
    }

    private void Mark(PaymentMember member, ulong bit, bool isPresent)
    {
        if ((seen & bit) != 0)
        {
            var name = PaymentMemberTable.Name(member);
            errors.Add(new Error(ErrorKind.Invalid, "MEMBER_DUPLICATE", name, "", $"{name} stands there more than once: send it once."));
        }

        seen |= bit;
        Present = isPresent ? Present | bit : Present & ~bit;
    }

    /// <summary>Where the current text stands: in the JSON, or unescaped in the scratch bytes.</summary>
    /// <returns>False when it has half of a surrogate pair.</returns>
    private bool TryUnescape(ref Utf8JsonReader reader, out int start, out int length)
    {
        if (!reader.ValueIsEscaped)
        {
            (start, length) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            return true;
        }

        (start, length) = (scratch.Used, 0);
        try
        {
            length = reader.CopyString(scratch.Reserve(reader.ValueSpan.Length));
            scratch.Take(length);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void AddBrokenText(string member, ReadOnlySpan<byte> escaped)
        => errors.Add(new Error(
            ErrorKind.Malformed, "TEXT_INVALID", member, PaymentErrors.Shown(escaped), "The text has half of a surrogate pair: both \\u escapes are needed."));

    private void RefuseUnknown(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, string name)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var value = PaymentErrors.Shown(json[start..(int)reader.BytesConsumed]);
        var nearest = NearestName.Find(name, PaymentMemberTable.Names);
        var hint = nearest is null ? "A caller's own data belongs into metadata." : $"Did you mean {nearest}?";
        errors.Add(new Error(ErrorKind.Invalid, "MEMBER_UNKNOWN", name, value, $"A payment has no member '{name}'. {hint}"));
    }

    private void Refuse(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, JsonException broken)
    {
        var consumed = (int)reader.BytesConsumed;
        var rest = json[consumed..].TrimStart(" \t\r\n,:"u8);
        if (reader.CurrentDepth >= PaymentReader.MaximumDepth && rest.Length > 0 && rest[0] is (byte)'{' or (byte)'[')
        {
            errors.Only(ErrorKind.Malformed, "NESTED_TOO_DEEP", default, $"The payment nests deeper than {PaymentReader.MaximumDepth} levels.");
            return;
        }

        // The reader ends its own reason with a place that counts from zero.
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = end < 0 ? broken.Message : broken.Message[..end];
        var place = string.Create(CultureInfo.InvariantCulture, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}");
        errors.Only(ErrorKind.Malformed, "NOT_JSON", rest, $"The payment is not valid JSON at {place}: {reason}");
    }
}
