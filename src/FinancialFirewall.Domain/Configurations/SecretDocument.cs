using System.Text.Json;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>Secrets as JSON: a text, or <c>{"secretRef": "name"}</c>. Errors never repeat a secret.</summary>
internal static class SecretDocument
{
    private const int MaximumLength = 4_096;
    private const int MaximumReferenceLength = 127;
    private const int MaximumHeaders = 64;
    private const string ReferenceMember = "secretRef";

    internal static Secret? Secret(this DocumentObject document, string name)
    {
        if (document.Take(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            return document.Child(name, ReadReference);
        }

        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: <= MaximumLength } value)
        {
            return new Secret(value, Reference: null);
        }

        const string Message = "A text of at most 4,096 characters or {\"secretRef\": \"name\"} is expected.";
        document.Refuse(name, "SECRET_INVALID", Configurations.Secret.Mask, Message);
        return null;
    }

    internal static IReadOnlyList<KeyValuePair<string, Secret>>? Headers(this DocumentObject document, string name)
        => document.Child(name, ReadHeaders);

    internal static void Secret(this DocumentWriter writer, string name, Secret? secret)
    {
        if (secret?.Reference is { } reference)
        {
            writer.Json.WriteStartObject(name);
            writer.Text(ReferenceMember, reference);
            writer.Json.WriteEndObject();
        }
        else
        {
            writer.Text(name, writer.Form == DocumentForm.Answer && secret is not null ? Configurations.Secret.Mask : secret?.Value);
        }
    }

    internal static void Headers(this DocumentWriter writer, string name, IReadOnlyList<KeyValuePair<string, Secret>>? headers)
        => writer.Child(name, headers, static (inner, values) =>
        {
            foreach (var (header, value) in values)
            {
                inner.Secret(header, value);
            }
        });

    private static Secret ReadReference(DocumentObject document)
    {
        var reference = document.RequiredText(ReferenceMember, MaximumReferenceLength);
        document.Close();
        return new Secret(Value: null, reference);
    }

    private static List<KeyValuePair<string, Secret>> ReadHeaders(DocumentObject document)
    {
        var headers = new List<KeyValuePair<string, Secret>>();
        if (document.Names.Count > MaximumHeaders)
        {
            document.Errors.Add("TOO_MANY", document.Pointer, "", $"There are {document.Names.Count} headers; at most {MaximumHeaders} are accepted.");
            return headers;
        }

        foreach (var name in document.Names)
        {
            if (!IsHeaderName(name))
            {
                document.Refuse(name, "HEADER_INVALID", name, $"'{name}' cannot name an HTTP header.");
            }
            else if (document.Secret(name) is { } value)
            {
                headers.Add(new(name, value));
            }
        }

        return headers;
    }

    private static bool IsHeaderName(string name)
        => name.Length is > 0 and <= 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
