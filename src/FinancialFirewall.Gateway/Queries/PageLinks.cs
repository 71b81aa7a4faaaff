using System.Globalization;
using FinancialFirewall.Storage.Queries;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Says in <c>Link</c> (RFC 8288) where other pages are, and in <c>X-Total-Count</c> how many match.</summary>
internal static class PageLinks
{
    private const string Cursor = "cursor";
    private const string Page = "page";

    public static void Write(HttpContext context, AssessmentListRequest request, AssessmentPage page)
    {
        var links = new List<string> { Link(context.Request, "first", Cursor, null) };
        if (Next(request, page) is var (name, value))
        {
            links.Add(Link(context.Request, "next", name, value));
        }

        if (request.Page > 0)
        {
            links.Add(Link(context.Request, "prev", Page, Text(request.Page - 1)));
        }

        var headers = context.Response.Headers;
        headers.Link = string.Join(", ", links);
        if (page.Matches is { } matches)
        {
            headers["X-Total-Count"] = Text(matches.Number);
            headers["X-Total-Count-Relation"] = matches.IsExact ? "exact" : "at-least";
        }
    }

    /// <summary>A cursor where there is one, since it leads through all; a number where all are sorted.</summary>
    private static (string Name, string Value)? Next(AssessmentListRequest request, AssessmentPage page)
    {
        if (page.Next is { } cursor)
        {
            return (Cursor, cursor);
        }

        return page.Matches is { } matches && request.Query.Skip + page.Assessments.Count < matches.Number ? (Page, Text(request.Page + 1)) : null;
    }

    private static string Link(HttpRequest request, string relation, string name, string? value)
    {
        var query = new QueryBuilder(request.Query.Where(static member => member.Key is not (Cursor or Page)));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return $"<{request.Path}{query}>; rel=\"{relation}\"";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
