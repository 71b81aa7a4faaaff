using FinancialFirewall.Grains.Lists;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>What was read of an import so far.</summary>
internal sealed class ListImportReading(ListImport import)
{
    private readonly List<ListLine> named = [];
    private long lines;

    /// <summary>The import.</summary>
    public ListImport Import { get; } = import;

    /// <summary>How many lines were no entries.</summary>
    public long Refused { get; private set; }

    /// <summary>The first of them, with what is wrong with each.</summary>
    public IReadOnlyList<ListLine> Named => named;

    /// <summary>What was read.</summary>
    public ListImportProgress Progress => new(lines, Refused);

    /// <summary>Takes a line.</summary>
    public void Take(in ListLine line, int maximumNamed)
    {
        lines++;
        var problem = line.Entry is { } entry ? Import.Add(entry) : null;
        if (line.Entry is not null && problem is null)
        {
            return;
        }

        Refused++;
        if (named.Count < maximumNamed)
        {
            named.Add(problem is null ? line : line with { Errors = [problem] });
        }
    }
}
