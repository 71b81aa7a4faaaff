using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Iso20022;

/// <summary>Tells by the namespace of a document which message it is.</summary>
internal static class MessageNames
{
    /// <summary>The element around every message.</summary>
    public const string Document = "Document";

    private const string Namespaces = "urn:iso:std:iso:20022:tech:xsd:";
    private const int LastVersion = 9;

    private static readonly MessageShape[] Known = [MessageShape.CustomerOrder, MessageShape.BankTransfer];

    /// <summary>The shape of a message; or that it is none that is read.</summary>
    public static Result<MessageShape> Find(string documentNamespace)
    {
        var name = documentNamespace.StartsWith(Namespaces, StringComparison.Ordinal) ? documentNamespace[Namespaces.Length..] : "";
        var shape = Array.Find(Known, shape => name.Length == shape.Name.Length + 3 && name.StartsWith(shape.Name, StringComparison.Ordinal));
        return shape is not null && name[^3] == '.' && int.TryParse(name[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version >= shape.FirstVersion && version <= LastVersion
            ? shape
            : MessageErrors.Unsupported(documentNamespace);
    }
}
