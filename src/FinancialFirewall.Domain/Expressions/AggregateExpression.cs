using System.Text;
using FinancialFirewall.Domain.Histories;

namespace FinancialFirewall.Domain.Expressions;

/// <summary>
/// What a history says: <c>count(payments by device, 1h where amount &gt; 500)</c>, <c>sum(amount, 24h)</c>. Equal aggregates have equal ids and
/// share one window of the policy.
/// </summary>
public sealed record AggregateExpression : Expression
{
    internal AggregateExpression(
        AggregateFunction function, MemberExpression? argument, AggregateKey key, long windowSeconds, Expression? filter)
        : base(AggregateTypes.ResultOf(function, argument), Math.Max(argument?.Depth ?? 0, filter?.Depth ?? 0))
    {
        Function = function;
        Argument = argument;
        Key = key;
        WindowSeconds = windowSeconds;
        Filter = filter;
        Id = PrintId();
        SeriesId = PrintSeriesId();
    }

    /// <summary>What is computed.</summary>
    public AggregateFunction Function { get; }

    /// <summary>Of which member; nothing for a count, which counts payments.</summary>
    public MemberExpression? Argument { get; }

    /// <summary>Whose history.</summary>
    public AggregateKey Key { get; }

    /// <summary>The window's length, 1 second to 90 days.</summary>
    public long WindowSeconds { get; }

    /// <summary>Which payments take part; nothing for all.</summary>
    public Expression? Filter { get; }

    /// <summary>The canonical text: what makes two aggregates the same one.</summary>
    public string Id { get; }

    /// <summary>
    /// The canonical text without function and window, <c>amount by card where country == "FR"</c>: payments contribute the same to all aggregates
    /// of one series, which can therefore share their buckets.
    /// </summary>
    public string SeriesId { get; }

    /// <summary>Whether the history keeps texts for it; what a fixed set of values stands for is kept as a number.</summary>
    public bool IsOverText
        => Function is AggregateFunction.Distinct or AggregateFunction.Last && AggregateTypes.FormOf(Argument!) == ArgumentForm.Text;

    /// <summary>How the history's numbers are to be read.</summary>
    public ArgumentForm Form
        => Function is AggregateFunction.Count or AggregateFunction.Distinct ? ArgumentForm.Whole : AggregateTypes.FormOf(Argument!);

    internal override Precedence Precedence => Precedence.Primary;

    internal override void Write(StringBuilder text) => text.Append(Id);

    private string PrintId()
    {
        var text = new StringBuilder(AggregateTypes.NameOf(Function)).Append('(');
        PrintSource(text);
        Printing.Duration(text.Append(", "), WindowSeconds);
        PrintFilter(text);
        return text.Append(')').ToString();
    }

    private string PrintSeriesId()
    {
        var text = new StringBuilder();
        PrintSource(text);
        PrintFilter(text);
        return text.ToString();
    }

    private void PrintSource(StringBuilder text)
    {
        text.Append(Argument?.Name ?? AggregateTypes.Payments);
        if (Key != AggregateKey.Account)
        {
            text.Append(" by ").Append(AggregateTypes.NameOf(Key));
        }
    }

    private void PrintFilter(StringBuilder text)
    {
        if (Filter is not null)
        {
            text.Append(" where ");
            Filter.Write(text);
        }
    }
}
