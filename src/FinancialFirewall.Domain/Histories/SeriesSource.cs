namespace FinancialFirewall.Domain.Histories;

/// <summary>Where a series of another plan takes its history from; by default from nowhere.</summary>
/// <param name="Place">One more than the number of the series there.</param>
/// <param name="InFilled">Whether it is in the table of new windows.</param>
internal readonly record struct SeriesSource(int Place, bool InFilled)
{
    /// <summary>Whether there is a history.</summary>
    public bool Exists => Place > 0;

    /// <summary>The number of the series there.</summary>
    public int Series => Place - 1;
}
