using System.Globalization;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>What can be wrong with CSV and its columns.</summary>
internal static class CsvErrors
{
    public static Error Encoding { get; } = new(
        ErrorKind.Malformed, "NOT_UTF8", "", "", "The file is UTF-16: only UTF-8 is read, with or without a byte order mark. Save it as UTF-8.");

    public static Error QuoteOpen { get; } = new(
        ErrorKind.Malformed, "CSV_QUOTE_OPEN", "", "", "A quotation mark is opened in this row and never closed; reading goes on with the next line.");

    public static Error TextBehindQuote { get; } = new(
        ErrorKind.Malformed, "CSV_TEXT_BEHIND_QUOTE", "", "", "Behind a closing quotation mark stands neither a delimiter nor the row's end; reading goes on with the next line.");

    public static Error FieldCount(int found, int expected) => new(
        ErrorKind.Malformed,
        "CSV_FIELD_COUNT",
        "",
        found.ToString(CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"The row has {found:N0} fields, the first row has {expected:N0}: is a delimiter missing, or one not quoted?"));

    public static Error RowTooLarge(long length, int maximum) => new(
        ErrorKind.TooLarge,
        "ROW_TOO_LARGE",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"The row has more than {length:N0} bytes; a row has at most {maximum:N0}."));

    public static Error ColumnMissing(string member, string column, IReadOnlyList<string> header) => new(
        ErrorKind.Invalid,
        "COLUMN_MISSING",
        member,
        column,
        $"There is no column '{column}'. {(NearestName.Find(column, header.ToArray()) is { } nearest ? $"Did you mean '{nearest}'?" : $"The columns are {string.Join(", ", header.Select(name => $"'{name}'"))}.")}");

    public static Error ColumnTwice(string column) => new(
        ErrorKind.Invalid, "COLUMN_DUPLICATE", "", column, $"More than one column is named '{column}': name each differently, or leave the header out and use '#1', '#2', ….");

    public static Error ColumnUnknown(string column) => new(
        ErrorKind.Invalid,
        "COLUMN_UNKNOWN",
        "",
        column,
        $"Column '{column}' is no member of a payment{(NearestName.Find(column, PaymentMemberTable.Names) is { } nearest ? $" (did you mean {nearest}?)" : "")}: say in a column map what the columns mean; 'firewall assess FILE --guess' proposes one.");

    public static Error NoHeader { get; } = new(ErrorKind.Malformed, "CSV_EMPTY", "", "", "The file has no header: its first row names the columns.");
}
