using System.Collections.Frozen;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Which page of a list is asked for that is short enough to be sorted as a whole: <c>page</c> (from 0), <c>size</c>, <c>sortBy</c>, <c>sortDir</c>.</summary>
internal sealed class SortedPage<T>
{
    /// <summary>The members that it reads.</summary>
    public static readonly string[] Members = ["page", "size", "sortBy", "sortDir"];

    private static readonly FrozenDictionary<string, bool> Directions =
        new Dictionary<string, bool>(StringComparer.Ordinal) { ["asc"] = false, ["desc"] = true }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly int page;
    private readonly int size;
    private readonly Comparison<T> order;
    private readonly bool isDescending;

    /// <summary>Reads what is asked for; what is wrong with it is added to the query's errors.</summary>
    /// <param name="text">The query.</param>
    /// <param name="orders">By what the list can be sorted.</param>
    /// <param name="usual">By what it is sorted where nothing is said, ascending.</param>
    /// <param name="maximum">The most items that there can be, and how many a page has where nothing is said.</param>
    public SortedPage(QueryText text, IReadOnlyDictionary<string, Comparison<T>> orders, string usual, int maximum)
    {
        size = text.Number("size", 1, maximum) ?? maximum;
        page = text.Number("page", 0, maximum) ?? 0;
        order = text.Values("sortBy", orders) is [var chosen, ..] ? chosen : orders[usual];
        isDescending = text.Values("sortDir", Directions) is [true, ..];
    }

    /// <summary>The items of the page. The answer's headers say how many there are in all (<c>X-Total-Count</c>), and where the other pages are (<c>Link</c>).</summary>
    public IReadOnlyList<T> Take(HttpContext context, IEnumerable<T> found)
    {
        // LINQ's ordering is stable, so that pages never overlap.
        var comparer = Comparer<T>.Create(order);
        List<T> sorted = [.. isDescending ? found.OrderDescending(comparer) : found.Order(comparer)];
        var first = (long)page * size;
        context.Response.Headers["X-Total-Count"] = sorted.Count.ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.Link = string.Join(", ", Links(context.Request, hasNext: first + size < sorted.Count));
        return [.. sorted.Skip((int)Math.Min(first, int.MaxValue)).Take(size)];
    }

    private IEnumerable<string> Links(HttpRequest request, bool hasNext)
    {
        yield return Link(request, "first", 0);
        if (hasNext)
        {
            yield return Link(request, "next", page + 1);
        }

        if (page > 0)
        {
            yield return Link(request, "prev", page - 1);
        }
    }

    private static string Link(HttpRequest request, string relation, int number)
    {
        var query = new QueryBuilder(request.Query.Where(static member => member.Key is not "page"));
        if (number > 0)
        {
            query.Add("page", number.ToString(CultureInfo.InvariantCulture));
        }

        return $"<{request.Path}{query}>; rel=\"{relation}\"";
    }
}
