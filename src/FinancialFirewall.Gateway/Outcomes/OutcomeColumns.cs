using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>The columns of a table of outcomes: the members of a report, in the order in which its header names them.</summary>
internal sealed class OutcomeColumns
{
    private static readonly string[] Members = ["id", "transactionReference", "outcome", "at", "note", "idempotencyKey"];

    private readonly Dictionary<string, int> places;

    private OutcomeColumns(Dictionary<string, int> places) => this.places = places;

    /// <summary>The columns that a header names; or <c>COLUMN_UNKNOWN</c>, <c>COLUMN_REPEATED</c>.</summary>
    public static Result<OutcomeColumns> Read(IReadOnlyList<string> header)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            if (!Members.Contains(header[i], StringComparer.Ordinal))
            {
                return Refusal("COLUMN_UNKNOWN", header[i]);
            }

            if (!found.TryAdd(header[i], i))
            {
                return Refusal("COLUMN_REPEATED", header[i]);
            }
        }

        return new OutcomeColumns(found);
    }

    /// <summary>A row as a report; fields that are missing at its end are absent.</summary>
    public OutcomeDocument ToDocument(IReadOnlyList<string> fields)
    {
        return new OutcomeDocument
        {
            Id = Field("id"),
            TransactionReference = Field("transactionReference"),
            Outcome = Field("outcome"),
            At = Field("at"),
            Note = Field("note"),
            IdempotencyKey = Field("idempotencyKey"),
        };

        string? Field(string name) => places.TryGetValue(name, out var place) && place < fields.Count && fields[place].Length > 0 ? fields[place] : null;
    }

    private static Error Refusal(string code, string found)
        => new(ErrorKind.Malformed, code, "", found, $"The first row names the columns, each once: {string.Join(", ", Members)}.");
}
