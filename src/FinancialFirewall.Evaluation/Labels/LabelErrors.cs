using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Evaluation.Labels;

/// <summary>Why a table has no labels.</summary>
internal static class LabelErrors
{
    public static Error Empty { get; } = new(ErrorKind.Invalid, "LABELS_EMPTY", "", "", "there is no header; expected 'reference,isFraud,scenario', then one row a payment.");

    public static Error NoReference { get; } = new(ErrorKind.Invalid, "LABEL_REFERENCE_MISSING", "reference", "", "there is no reference.");

    public static Error TooMany { get; } = new(
        ErrorKind.TooLarge, "LABELS_TOO_MANY", "", "", string.Create(CultureInfo.InvariantCulture, $"there are more than {LabelTable.MaximumCount:N0} labels."));

    public static Error NoColumn(string column, IEnumerable<string> header) => new(
        ErrorKind.Invalid, "LABEL_COLUMN_MISSING", column, "", $"there is no column '{column}'; the header has {string.Join(", ", header)}. '--label-columns reference=…,isFraud=…,scenario=…' says which columns are meant.");

    public static Error NoLabel(string text) => new(ErrorKind.Invalid, "LABEL_UNKNOWN", "isFraud", text, $"'{text}' is no label; expected 1 or 0, true or false, yes or no.");

    public static Error Twice(string reference) => new(ErrorKind.Conflict, "LABEL_TWICE", "reference", reference, $"'{reference}' has a label already.");
}
