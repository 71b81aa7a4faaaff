using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Documents;

/// <content>Reading of single values.</content>
internal sealed partial class DocumentObject
{
    /// <summary>A text of at most <paramref name="maximum"/> characters; null where absent or refused.</summary>
    internal string? Text(string name, int maximum)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.String)
        {
            RefuseType(name, element, "A text");
            return null;
        }

        var text = element.GetString()!;
        if (text.Length <= maximum)
        {
            return text;
        }

        Refuse(name, "TEXT_TOO_LONG", text, $"'{name}' has {text.Length:N0} characters; at most {maximum:N0} are accepted.");
        return null;
    }

    /// <summary>A text that must be there; empty, with an error, when it is not.</summary>
    internal string RequiredText(string name, int maximum)
    {
        var text = Text(name, maximum);
        if (text is null && !Has(name))
        {
            RefuseMissing(name, $"a text of 1 to {maximum} characters.");
        }

        return text ?? "";
    }

    /// <summary>true or false; null where absent or refused.</summary>
    internal bool? Truth(string name)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        RefuseType(name, element, "true or false");
        return null;
    }

    /// <summary>A whole number within bounds, both included; null where absent or refused.</summary>
    internal int? Whole(string name, int minimum, int maximum)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Number)
        {
            RefuseType(name, element, "A whole number");
            return null;
        }

        if (DecimalValue.TryRead(element, out var number) && number == decimal.Truncate(number) && number >= minimum && number <= maximum)
        {
            return (int)number;
        }

        Refuse(name, "VALUE_OUT_OF_RANGE", Show(element), $"'{name}' is a whole number from {minimum:N0} to {maximum:N0}.");
        return null;
    }

    /// <summary>An exact number within bounds, both included, with at most so many decimals; null where absent or refused.</summary>
    internal decimal? Number(string name, decimal minimum, decimal maximum, int decimals)
        => Take(name) is { } element ? DecimalValue.Read(element, At(name), Errors, minimum, maximum, decimals) : null;

    /// <summary>A score or weight, 0 to 1 with at most four decimals; null where absent or refused.</summary>
    internal Score? Score(string name)
        => Number(name, 0, 1, DecimalValue.ScoreDecimals) is { } number ? new Score((int)(number * Scoring.Score.One)) : null;

    /// <summary>A time; null where absent or refused.</summary>
    internal Instant? Time(string name)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && TimeText.TryParse(element.GetString()!, out var time))
        {
            return time;
        }

        Refuse(name, "TIME_INVALID", Show(element), $"'{name}' is a time as RFC 3339 writes it, such as 2026-03-01T12:00:00Z.");
        return null;
    }

    /// <summary>One of an enumeration's names; null where absent or refused.</summary>
    internal T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && EnumNames<T>.Find(element.GetString()!) is { } value)
        {
            return value;
        }

        Refuse(name, "VALUE_NOT_ALLOWED", Show(element), $"'{name}' is one of {string.Join(", ", EnumNames<T>.All)}.");
        return null;
    }

    /// <summary>An identifier in the usual form of a UUID; null where absent or refused.</summary>
    internal Guid? Id(string name)
    {
        if (Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String && Guid.TryParseExact(element.GetString(), "D", out var id))
        {
            return id;
        }

        Refuse(name, "ID_INVALID", Show(element), $"'{name}' is a UUID, such as 00000000-0000-8000-8000-000000000001.");
        return null;
    }

    private void RefuseType(string name, JsonElement element, string expected)
        => Refuse(name, "TYPE_WRONG", Show(element), string.Create(CultureInfo.InvariantCulture, $"{expected} is expected, not {Describe(element)}."));
}
