using System.Globalization;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Searches, adds and removes the entries of a list.</summary>
internal sealed class ListEntriesEndpoint(TenantLists lists, TimeProvider time)
{
    private const int DefaultSize = 50;

    private static readonly string[] Known = ["value", "prefix", "size", "cursor"];

    public static Task HandleListAsync(HttpContext context, ListEntriesEndpoint endpoint, string name) => endpoint.ListAsync(context, name);

    public static Task HandleAddAsync(HttpContext context, ListEntriesEndpoint endpoint, string name) => endpoint.AddAsync(context, name);

    public static Task HandleRemoveAsync(HttpContext context, ListEntriesEndpoint endpoint, string name) => endpoint.RemoveAsync(context, name);

    public static Task HandleRemoveManyAsync(HttpContext context, ListEntriesEndpoint endpoint, string name) => endpoint.RemoveManyAsync(context, name);

    private static byte[]? ReadCursor(QueryText text)
    {
        if (text.Text("cursor") is not { } cursor)
        {
            return null;
        }

        if (!ListEntryPage.TryReadCursor(cursor, out var after))
        {
            text.Add([RequestErrors.QueryInvalid("cursor", cursor, "as a page before gave it in Link")]);
        }

        return after;
    }

    private async Task ListAsync(HttpContext context, string name)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(Known);
        var size = text.Number("size", 1, ListEntryPage.MaximumSize) ?? DefaultSize;
        var (value, prefix, cursor) = (text.Text("value"), text.Text("prefix"), ReadCursor(text));
        var found = await lists.FindAsync(context.GetCaller().Tenant, name);
        text.Add(found.Errors);
        var search = found.IsSuccess && prefix is not null ? ListSearch.Beginning(found.Value.Definition.Member, prefix) : ListSearch.All;
        if (search is null)
        {
            text.Add([RequestErrors.QueryInvalid("prefix", prefix!, "as an address or a range such as 10.0.0.0/8")]);
        }

        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        context.Response.Headers["X-Total-Count"] = found.Value.Count.ToString(CultureInfo.InvariantCulture);
        var entries = value is null ? Page(context, found.Value, search!, cursor, size)
            : lists.FindEntry(context.GetCaller(), found.Value, value) is { } entry ? [entry]
            : [];
        var now = Instant.From(time.GetUtcNow());
        await ListResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var one in entries)
            {
                ListResponse.Write(json, one, now);
            }

            json.WriteEndArray();
        });
    }

    private static IEnumerable<ListEntry> Page(HttpContext context, ListView list, ListSearch search, byte[]? cursor, int size)
    {
        var page = ListEntryPage.Read(list.Content, search, cursor, size);
        if (page.Next is { } next)
        {
            var rest = new QueryBuilder(context.Request.Query.Where(static member => member.Key != "cursor")) { { "cursor", next } };
            context.Response.Headers.Link = $"<{context.Request.Path}{rest}>; rel=\"next\"";
        }

        return page.Entries.Select(static pair => pair.Value);
    }

    private async Task AddAsync(HttpContext context, string name)
    {
        var body = await RequestBody.ReadAsync(context.Request, ListRequests.MaximumLength);
        var read = body.IsSuccess ? ListRequests.ReadEntries(body.Value.Span) : Result.Failure<ListEntryRequest>(body.Errors);
        await AnswerAsync(context, read.IsSuccess
            ? await lists.AddAsync(context.GetCaller(), name, read.Value.Entries, read.Value.Reason, read.Value.Pointer)
            : Result.Failure<ListChangeCounts>(read.Errors));
    }

    private async Task RemoveManyAsync(HttpContext context, string name)
    {
        var body = await RequestBody.ReadAsync(context.Request, ListRequests.MaximumLength);
        var read = body.IsSuccess ? ListRequests.ReadValues(body.Value.Span) : Result.Failure<ListRemovalRequest>(body.Errors);
        await AnswerAsync(context, read.IsSuccess
            ? await lists.RemoveAsync(context.GetCaller(), name, read.Value.Values, read.Value.Reason, static index => $"/values/{index}")
            : Result.Failure<ListChangeCounts>(read.Errors));
    }

    private async Task RemoveAsync(HttpContext context, string name)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown(["value", "reason"]);
        var (value, reason) = (text.Text("value"), text.Text("reason"));
        if (value is null)
        {
            text.Add([ListRequestErrors.ValueMissing]);
        }

        await AnswerAsync(context, text.Errors.Count > 0
            ? Result.Failure<ListChangeCounts>(text.Errors)
            : await lists.RemoveAsync(context.GetCaller(), name, [value!], reason ?? "", static _ => ""));
    }

    private static async Task AnswerAsync(HttpContext context, Result<ListChangeCounts> changed)
    {
        if (!changed.IsSuccess)
        {
            await ListsEndpoint.RefuseAsync(context, changed.Errors);
            return;
        }

        await ListResponse.WriteAsync(context, json =>
        {
            json.WriteStartObject();
            ListResponse.Write(json, changed.Value);
            json.WriteEndObject();
        });
    }
}
