using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Grains.Lists;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>Finds, creates, changes and deletes lists.</summary>
internal sealed class ListsEndpoint(TenantLists lists)
{
    public static Task HandleListAsync(HttpContext context, ListsEndpoint endpoint) => endpoint.ListAsync(context);

    public static Task HandleFindAsync(HttpContext context, ListsEndpoint endpoint, string name) => endpoint.FindAsync(context, name, StatusCodes.Status200OK);

    public static Task HandleCreateAsync(HttpContext context, ListsEndpoint endpoint) => endpoint.SaveAsync(context, null);

    public static Task HandleReplaceAsync(HttpContext context, ListsEndpoint endpoint, string name) => endpoint.SaveAsync(context, name);

    public static Task HandleDeleteAsync(HttpContext context, ListsEndpoint endpoint, string name) => endpoint.DeleteAsync(context, name);

    /// <summary>What the caller has seen; null where any state will do.</summary>
    internal static string? ReadTag(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString().Trim();
        return tag is "" or "*" ? null : tag.Trim('"');
    }

    /// <summary>Answers with refusals; a precondition that failed has its own status.</summary>
    internal static Task RefuseAsync(HttpContext context, IReadOnlyList<Error> errors) => errors[0].Code == "LIST_CHANGED" && ReadTag(context.Request) is not null
        ? ProblemWriter.WriteAsync(context, StatusCodes.Status412PreconditionFailed, errors)
        : ProblemWriter.WriteAsync(context, errors);

    private async Task ListAsync(HttpContext context)
    {
        var text = new QueryText(context.Request.Query);
        text.DemandKnown([]);
        if (text.Errors.Count > 0)
        {
            await ProblemWriter.WriteAsync(context, text.Errors);
            return;
        }

        var found = await lists.ListAsync(context.GetCaller().Tenant);
        await ListResponse.WriteAsync(context, json =>
        {
            json.WriteStartArray();
            foreach (var list in found)
            {
                ListResponse.Write(json, list);
            }

            json.WriteEndArray();
        });
    }

    private async Task FindAsync(HttpContext context, string name, int status)
    {
        var found = await lists.FindAsync(context.GetCaller().Tenant, name);
        await (found.IsSuccess ? ListResponse.WriteAsync(context, found.Value, status) : ProblemWriter.WriteAsync(context, found.Errors));
    }

    private async Task SaveAsync(HttpContext context, string? name)
    {
        var body = await RequestBody.ReadAsync(context.Request, ListRequests.MaximumLength);
        var read = body.IsSuccess ? ListRequests.ReadList(body.Value.Span, name) : Result.Failure<ListDefinition>(body.Errors);
        if (!read.IsSuccess)
        {
            await ProblemWriter.WriteAsync(context, read.Errors);
            return;
        }

        var wanted = read.Value;
        var draft = new ListDraft(wanted.Name, wanted.Kind, wanted.Mandatory, wanted.Member) { IsNew = name is null, Tag = ReadTag(context.Request) };
        var saved = await lists.SaveAsync(context.GetCaller().Tenant, draft);
        if (!saved.IsSuccess)
        {
            await RefuseAsync(context, saved.Errors);
            return;
        }

        if (saved.Value)
        {
            context.Response.Headers.Location = $"{ListEndpoints.Path}/{wanted.Name}";
        }

        await FindAsync(context, wanted.Name, saved.Value ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private async Task DeleteAsync(HttpContext context, string name)
    {
        var deleted = await lists.DeleteAsync(context.GetCaller().Tenant, name, ReadTag(context.Request));
        if (!deleted.IsSuccess)
        {
            await RefuseAsync(context, deleted.Errors);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
