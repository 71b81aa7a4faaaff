using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Evaluation.Labels;

/// <summary>Where the columns of labels stand in a row.</summary>
/// <param name="reference">The reference's place.</param>
/// <param name="isFraud">The label's place.</param>
/// <param name="scenario">The scenario's place; -1 where there is none.</param>
/// <param name="error">Why they could not be found.</param>
internal sealed class LabelPlaces(int reference, int isFraud, int scenario, Error? error)
{
    /// <summary>Which column is missing; null where all are there.</summary>
    public Error? Error { get; } = error;

    /// <summary>Finds the columns in a header.</summary>
    public static LabelPlaces Find(IReadOnlyList<string> header, LabelColumns columns)
    {
        var names = header.Select(static name => name.Trim()).ToList();
        var (reference, isFraud) = (names.IndexOf(columns.Reference), names.IndexOf(columns.IsFraud));
        var missing = reference < 0 ? columns.Reference : isFraud < 0 ? columns.IsFraud : null;
        return new LabelPlaces(
            reference, isFraud, columns.Scenario is { } scenario ? names.IndexOf(scenario) : -1, missing is null ? null : LabelErrors.NoColumn(missing, names));
    }

    /// <summary>The fields of a row; empty where a row is too short.</summary>
    public (string Reference, string IsFraud, string Scenario) Read(IReadOnlyList<string> row) => (Field(row, reference), Field(row, isFraud), Field(row, scenario));

    private static string Field(IReadOnlyList<string> row, int place) => place >= 0 && place < row.Count ? row[place].Trim() : "";
}
