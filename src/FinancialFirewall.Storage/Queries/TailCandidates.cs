using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>What matches in a part of the log.</summary>
internal sealed class TailCandidates : ICandidates
{
    private readonly TailView view;
    private readonly QueryFilter filter;
    private readonly FactKey end;

    public TailCandidates(TailView view, QueryFilter filter, FactKey end)
    {
        (this.view, this.filter, this.end) = (view, filter, end);
        var isElsewhere = filter.AccountHash is { } account && !view.MayHave(account);
        Bound = isElsewhere || view.Last.At < filter.From || view.FirstAt > end.At ? null : view.Last < end ? view.Last : end;
    }

    public FactKey? Bound { get; private set; }

    public ValueTask<IReadOnlyList<FactKey>> OpenAsync()
    {
        Bound = null;
        return new(view.Find(filter.Matches, filter.AccountHash, filter.From, end));
    }
}
