using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Evaluation.Labels;

/// <summary>Labels by the reference of their payment.</summary>
public sealed class LabelTable
{
    /// <summary>The most labels.</summary>
    public const int MaximumCount = 20_000_000;

    /// <summary>The most kinds of fraud.</summary>
    public const int MaximumScenarios = 1_000;

    private static readonly HashSet<string> FraudTexts = new(["1", "true", "yes", "fraud"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> GenuineTexts = new(["0", "false", "no", "legitimate"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, Label> labels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Label> kinds = new(StringComparer.Ordinal);

    private LabelTable()
    {
    }

    /// <summary>How many payments have a label.</summary>
    public int Count => labels.Count;

    /// <summary>A payment's label; null where it has none.</summary>
    public Label? Find(string reference) => labels.GetValueOrDefault(reference);

    /// <summary>Reads a table.</summary>
    /// <param name="rows">The header first; every row has the header's number of fields, or fewer.</param>
    /// <param name="columns">Which of its columns are labels.</param>
    /// <returns>The table, or the first row that is wrong.</returns>
    public static async Task<Result<LabelTable>> ReadAsync(IAsyncEnumerable<IReadOnlyList<string>> rows, LabelColumns columns)
    {
        var table = new LabelTable();
        LabelPlaces? places = null;
        var line = 0L;
        await foreach (var row in rows)
        {
            line++;
            if (places is null)
            {
                places = LabelPlaces.Find(row, columns);
            }
            else if (table.Add(row, places) is { } error)
            {
                return error with { Message = $"row {line}: {error.Message}" };
            }

            if (places.Error is { } missing)
            {
                return missing;
            }
        }

        return places is null ? LabelErrors.Empty : table;
    }

    private Error? Add(IReadOnlyList<string> row, LabelPlaces places)
    {
        var (reference, isFraud, scenario) = places.Read(row);
        if (labels.Count == MaximumCount)
        {
            return LabelErrors.TooMany;
        }

        if (reference.Length == 0)
        {
            return LabelErrors.NoReference;
        }

        return Label(isFraud, scenario) is not { } label
            ? LabelErrors.NoLabel(isFraud)
            : labels.TryAdd(reference, label) ? null : LabelErrors.Twice(reference);
    }

    private Label? Label(string isFraud, string scenario)
    {
        if (GenuineTexts.Contains(isFraud))
        {
            return Labels.Label.Genuine;
        }

        if (!FraudTexts.Contains(isFraud))
        {
            return null;
        }

        // Where there are more kinds than any report could show, the rest is fraud of no kind.
        var name = kinds.ContainsKey(scenario) || kinds.Count < MaximumScenarios ? scenario : "";
        if (!kinds.TryGetValue(name, out var kind))
        {
            kinds.Add(name, kind = new Label(IsFraud: true, name));
        }

        return kind;
    }
}
