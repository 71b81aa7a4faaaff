namespace FinancialFirewall.Grains.Reviews;

/// <summary>Finds a page among open reviews that come one after the other, and holds little more than what stands before its end.</summary>
/// <param name="query">What is wanted.</param>
internal sealed class ReviewSelection(ReviewQuery query)
{
    /// <summary>How many more are held at the most before those are let go that cannot be on the page.</summary>
    private const int Slack = 4_096;

    private readonly long wanted = (long)query.Skip + query.Size;
    private List<ReviewItem> best = [];

    /// <summary>How many fit.</summary>
    public int Matches { get; private set; }

    /// <summary>Takes in reviews; equals stand in the order in which they come.</summary>
    public void Add(IEnumerable<ReviewItem> items)
    {
        foreach (var item in items.Where(Fits))
        {
            Matches++;
            best.Add(item);
            if (best.Count > wanted + Slack)
            {
                best = Sorted();
            }
        }
    }

    /// <summary>The page.</summary>
    public IEnumerable<ReviewItem> Page() => Sorted().Skip(query.Skip);

    private List<ReviewItem> Sorted()
    {
        Func<ReviewItem, long> key = query.Order switch
        {
            ReviewOrder.Age => static item => item.Review.AssessedAt.UnixMicroseconds,
            ReviewOrder.Amount => static item => -(item.Review.BaseAmountMinor ?? long.MinValue + 1),
            ReviewOrder.Score => static item => -item.Review.Score.TenThousandths,
            _ => static item => item.DueAt.UnixMicroseconds,
        };
        var sorted = query.IsReversed ? best.OrderByDescending(key) : best.OrderBy(key);
        return [.. sorted.Take((int)Math.Min(wanted, int.MaxValue))];
    }

    private bool Fits(ReviewItem item)
        => (query.Levels.Count == 0 || query.Levels.Contains(item.Review.Level))
            && (query.Decisions.Count == 0 || query.Decisions.Contains(item.Review.Decision))
            && FitsHolder(item.ClaimedBy)
            && (query.IsOverdue is null || query.IsOverdue == item.IsOverdue);

    private bool FitsHolder(string? holder) => query.ClaimedBy switch
    {
        null => true,
        ReviewQuery.Somebody => holder is not null,
        var wanted => string.Equals(wanted, holder ?? "", StringComparison.Ordinal),
    };
}
