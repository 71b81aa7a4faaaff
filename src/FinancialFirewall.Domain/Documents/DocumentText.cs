using System.Text.Json;
using System.Text.Unicode;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Documents;

/// <summary>Turns bytes into a JSON document, strictly: UTF-8, no comments, no trailing commas, nothing after the document.</summary>
internal static class DocumentText
{
    /// <summary>How deep objects and arrays may be nested.</summary>
    internal const int MaximumDepth = 64;

    /// <summary>Reads a document of at most <paramref name="maximumLength"/> bytes.</summary>
    internal static Result<JsonDocument> Parse(ReadOnlySpan<byte> utf8, int maximumLength)
    {
        if (utf8.Length > maximumLength)
        {
            return new Error(
                ErrorKind.TooLarge, "DOCUMENT_TOO_LARGE", "", "", $"The document has {utf8.Length:N0} bytes; at most {maximumLength:N0} are accepted.");
        }

        if (!Utf8.IsValid(utf8))
        {
            return Malformed("The document is not valid UTF-8.");
        }

        try
        {
            return CheckTexts(utf8) ? Parse(utf8) : Malformed("A text holds half a surrogate pair: an escape such as \\ud83d needs its second half.");
        }
        catch (JsonException exception)
        {
            return Malformed(Describe(exception));
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        return JsonDocument.ParseValue(ref reader);
    }

    /// <summary>Walks the whole document, so that later reading of its texts cannot fail.</summary>
    private static bool CheckTexts(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsUnicode(ref reader))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnicode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Describe(JsonException exception)
    {
        var message = exception.Message;
        var suffix = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (suffix < 0 ? message : message[..suffix]).TrimEnd('.');
        return $"Line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: {what}.";
    }

    private static Error Malformed(string message) => new(ErrorKind.Malformed, "JSON_MALFORMED", "", "", message);
}
