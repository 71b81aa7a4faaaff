using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// Writes policy files in their canonical form: members in a fixed order, indented by two, line feeds, no member that was left out when the document was
/// read. Reading what was written gives the same document, and writing that the same bytes.
/// </summary>
public static class PolicyDocumentWriter
{
    /// <summary>The document as UTF-8.</summary>
    /// <param name="document">The document.</param>
    /// <param name="form">Whether secrets and defaults are written for a file or for a caller.</param>
    public static byte[] Write(PolicyDocument document, DocumentForm form = DocumentForm.File)
    {
        ArgumentNullException.ThrowIfNull(document);
        return DocumentWriter.Write(form, writer =>
        {
            writer.Json.WriteStartObject();
            Write(writer, document);
            writer.Json.WriteEndObject();
        });
    }

    private static void Write(DocumentWriter writer, PolicyDocument document)
    {
        writer.Text("baseCurrency", document.BaseCurrency);
        if (document.RatesAsOf is not null || document.Rates.Count > 0)
        {
            writer.Child("rates", document, WriteRates);
        }

        WritePositions(writer, "configurations", document.Configurations, RiskConfigurationDocument.Write);
        WritePositions(writer, "toggles", document.Toggles, ToggleDocument.Write);
        writer.Child("lists", document.Lists, static (inner, lists) =>
        {
            foreach (var list in lists)
            {
                inner.Child(list.Name, list, ListDocument.Write);
            }
        });
    }

    private static void WriteRates(DocumentWriter writer, PolicyDocument document)
    {
        writer.Text("asOf", document.RatesAsOf);
        foreach (var (currency, rate) in document.Rates)
        {
            writer.Text(currency, rate.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WritePositions<T>(DocumentWriter writer, string name, IReadOnlyList<T> items, Action<DocumentWriter, T, int> write)
    {
        var position = 0;
        writer.Objects(name, items, (inner, item) => write(inner, item, position++));
    }
}
