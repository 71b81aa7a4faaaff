using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Why a message is not read on.</summary>
internal static class MessageErrors
{
    public static Error NotXml(string message) => new(ErrorKind.Malformed, "NOT_XML", "", "", $"The message is no well-formed XML: {message} What follows cannot be read.");

    public static Error DtdRefused { get; } = new(
        ErrorKind.Malformed, "DTD_REFUSED", "", "", "The message has a document type definition: an ISO 20022 message has none, and it is never read. Remove it.");

    public static Error NotAMessage { get; } = new(
        ErrorKind.Malformed, "NOT_A_MESSAGE", "", "", $"There is no ISO 20022 Document in the file. {Known}");

    public static Error SecondMessage { get; } = new(
        ErrorKind.Malformed, "MESSAGE_SECOND", "", "", "A second Document begins here: send one message at a time.");

    public static Error Unsupported(string found) => new(ErrorKind.Invalid, "MESSAGE_UNSUPPORTED", "", found, $"This message is not read. {Known}");

    public static Error TooDeep(int maximum) => Limit("XML_TOO_DEEP", $"Elements nest deeper than {maximum:N0} levels");

    public static Error TooManyNames(int maximum) => Limit("XML_TOO_MANY_NAMES", $"There are more than {maximum:N0} different names");

    public static Error NodeTooLarge(int maximum) => Limit("XML_NODE_TOO_LARGE", $"A tag with its attributes, a text or a comment has more than {maximum:N0} bytes");

    public static Error TooLarge(long maximum) => Limit("MESSAGE_TOO_LARGE", $"The message has more than {maximum:N0} bytes");

    private static string Known => "Read are pain.001.001.03 to .09 and pacs.008.001.02 to .09 (namespace urn:iso:std:iso:20022:tech:xsd:…).";

    private static Error Limit(string code, FormattableString what)
        => new(ErrorKind.TooLarge, code, "", "", $"{what.ToString(CultureInfo.InvariantCulture)}, the most that is read: what follows is not read.");
}
