using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Turns the values of one member from how a file writes them into how a payment writes them. Nothing allocates but a refusal.</summary>
/// <param name="member">The member.</param>
/// <param name="kind">What its values are.</param>
/// <param name="format">How the file writes them.</param>
internal sealed class ValueConverter(PaymentMember member, PaymentMemberKind kind, ValueFormat format)
{
    private static readonly (byte[] Text, bool Value)[] Truths =
        [.. new[] { "true", "yes", "y", "1" }.Select(static text => (Encoding.ASCII.GetBytes(text), true)),
            .. new[] { "false", "no", "n", "0" }.Select(static text => (Encoding.ASCII.GetBytes(text), false))];

    private readonly (byte[] From, byte[] To)[] values = [.. format.Values.Select(static pair => (Encoding.UTF8.GetBytes(pair.Key), Encoding.UTF8.GetBytes(pair.Value)))];
    private readonly byte[]? otherwise = format.Otherwise is null ? null : Encoding.UTF8.GetBytes(format.Otherwise);
    private readonly byte[] room = new byte[NumberText.MaximumLength + TimeText.MaximumLength];

    /// <summary>Adds a value to a payment; where it becomes empty nothing is added.</summary>
    /// <param name="value">The value, not empty.</param>
    /// <param name="metadataName">Its name inside <c>metadata</c>, which is open then; else empty.</param>
    /// <param name="body">Takes the value.</param>
    /// <returns>Why the value cannot be one; null when it was added.</returns>
    public Error? Add(ReadOnlySpan<byte> value, ReadOnlySpan<byte> metadataName, JsonBody body)
    {
        if (values.Length > 0 && !TryReplace(ref value))
        {
            return Refusal("VALUE_UNKNOWN", value, $"The column map says nothing of this value; it knows {string.Join(", ", format.Values.Keys.Take(10).Select(static key => $"'{key}'"))}.");
        }

        if (value.IsEmpty)
        {
            return null;
        }

        if (!metadataName.IsEmpty)
        {
            body.AddText(metadataName, value);
            return null;
        }

        return kind switch
        {
            PaymentMemberKind.Amount or PaymentMemberKind.Latitude or PaymentMemberKind.Longitude => AddNumber(value, body),
            PaymentMemberKind.Date or PaymentMemberKind.Time => AddTime(value, body),
            PaymentMemberKind.Truth => AddTruth(value, body),
            _ => AddText(value, body),
        };
    }

    private bool TryReplace(ref ReadOnlySpan<byte> value)
    {
        foreach (var (from, to) in values)
        {
            if (value.SequenceEqual(from))
            {
                value = to;
                return true;
            }
        }

        value = otherwise ?? value;
        return otherwise is not null;
    }

    private Error? AddNumber(ReadOnlySpan<byte> value, JsonBody body)
    {
        if (!NumberText.TryNormalise(value, format, room, out var length))
        {
            return Refusal("NUMBER_INVALID", value, $"This is no number with '{format.DecimalMark}' before its decimals{(format.GroupMark is { } mark ? $" and '{mark}' between its thousands" : "")}.");
        }

        body.AddJson(member, room.AsSpan(0, length));
        return null;
    }

    private Error? AddTime(ReadOnlySpan<byte> value, JsonBody body)
    {
        if (format.TimeFormat is null)
        {
            return AddText(value, body);
        }

        if (!TimeText.TryParse(value, format.TimeFormat, format.Zone, out var time))
        {
            return Refusal("TIME_INVALID", value, $"This is no time such as the column map says: {format.TimeFormat}, in {format.Zone.Id} where no offset is said.");
        }

        var length = kind == PaymentMemberKind.Date ? TimeText.FormatLocalDate(time, format.Zone, room) : Rfc3339.Format(time, room);
        body.AddText(member, room.AsSpan(0, length));
        return null;
    }

    private Error? AddTruth(ReadOnlySpan<byte> value, JsonBody body)
    {
        foreach (var (text, truth) in Truths)
        {
            if (Ascii.EqualsIgnoreCase(value, text))
            {
                body.AddJson(member, truth ? "true"u8 : "false"u8);
                return null;
            }
        }

        return Refusal("TRUTH_INVALID", value, "This is neither true (true, yes, y, 1) nor false (false, no, n, 0): 'values' in the column map can say what stands for what.");
    }

    private Error? AddText(ReadOnlySpan<byte> value, JsonBody body)
    {
        if (kind != PaymentMemberKind.Metadata)
        {
            body.AddText(member, value);
            return null;
        }

        if (!IsObject(value))
        {
            return Refusal("METADATA_INVALID", value, "metadata must be one JSON object; 'metadata.NAME' in the column map puts a column into one.");
        }

        body.AddJson(member, value);
        return null;
    }

    /// <summary>Whether a text is one JSON object and nothing else: what is added to a payment as JSON must not add to it.</summary>
    private static bool IsObject(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = PaymentReader.MaximumDepth });
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private Error Refusal(string code, ReadOnlySpan<byte> value, string message)
        => new(ErrorKind.Invalid, code, PaymentMemberTable.Name(member), CardMask.Hide(value), message);
}
