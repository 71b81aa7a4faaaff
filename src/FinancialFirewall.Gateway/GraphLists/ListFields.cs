using System.Globalization;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.Lists;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Lists;
using GraphQL.Server.Values;

namespace FinancialFirewall.Gateway.GraphLists;

/// <summary>Block, allow and watch lists: what they do, and their entries.</summary>
internal sealed class ListFields(TenantLists lists, TimeProvider time) : IGraphFields
{
    public void Bind(GraphRoots roots)
    {
        roots.Field("Query.lists", async call => await lists.ListAsync(call.Tenant));
        roots.Field("Query.list", async call => await lists.FindAsync(call.Tenant, call.Get<string>("name")) is { IsSuccess: true } found ? found.Value : null);
        roots.Field("Query.listEntries", ReadAsync);
        roots.Field("Query.listEntry", FindEntryAsync);
        roots.Field("Mutation.createList", CreateAsync);
        roots.Field("Mutation.replaceList", ReplaceAsync);
        roots.Field("Mutation.deleteList", DeleteAsync);
        roots.Field("Mutation.addListEntries", AddAsync);
        roots.Field("Mutation.removeListEntries", RemoveAsync);
        ListTypes.Bind(roots.Types, time);
    }

    private static string ListOf(GraphCall call) => call.Get<string>("list");

    private async Task<object?> ReadAsync(GraphCall call)
    {
        var (size, after, prefix) = (call.Get<int>("first"), call.Arguments.Get<string>("after"), call.Arguments.Get<string>("prefix"));
        if (size is < 1 or > ListEntryPage.MaximumSize)
        {
            return GraphRefusals.Of(RequestErrors.MemberInvalid("first", size.ToString(CultureInfo.InvariantCulture), $"as a whole number from 1 to {ListEntryPage.MaximumSize}"));
        }

        byte[]? behind = null;
        if (after is not null && !ListEntryPage.TryReadCursor(after, out behind))
        {
            return GraphRefusals.Of(OffsetCursor.Invalid(after));
        }

        var found = await lists.FindAsync(call.Tenant, ListOf(call));
        if (!found.IsSuccess)
        {
            return null;
        }

        var search = string.IsNullOrEmpty(prefix) ? ListSearch.All : ListSearch.Beginning(found.Value.Definition.Member, prefix);
        return search is null
            ? GraphRefusals.Of(RequestErrors.MemberInvalid("prefix", prefix!, "as an address or a range such as 10.0.0.0/8"))
            : ListEntryPageNode.Of(ListEntryPage.Read(found.Value.Content, search, behind, size), after);
    }

    private async Task<object?> FindEntryAsync(GraphCall call)
    {
        var found = await lists.FindAsync(call.Tenant, ListOf(call));
        return found.IsSuccess ? lists.FindEntry(call.Caller, found.Value, call.Get<string>("value")) : null;
    }

    private Task<object?> CreateAsync(GraphCall call) => SaveAsync(call, ListRequests.ReadList(InputBody.Write(call.Get<InputObject>("list")), null), isNew: true);

    private async Task<object?> ReplaceAsync(GraphCall call)
    {
        var name = call.Get<string>("name");
        var known = await lists.FindAsync(call.Tenant, name);
        return known.IsSuccess
            ? await SaveAsync(call, ListRequests.ReadList(InputBody.Write(call.Get<InputObject>("list")), name), isNew: false)
            : GraphRefusals.Of(known.Errors);
    }

    private async Task<object?> SaveAsync(GraphCall call, Result<ListDefinition> wanted, bool isNew)
    {
        if (!wanted.IsSuccess)
        {
            return GraphRefusals.Of(wanted.Errors);
        }

        var (name, kind, mandatory, member) = (wanted.Value.Name, wanted.Value.Kind, wanted.Value.Mandatory, wanted.Value.Member);
        var saved = await lists.SaveAsync(call.Tenant, new ListDraft(name, kind, mandatory, member) { IsNew = isNew, Tag = call.Arguments.Get<string>("ifTag") });
        return GraphRefusals.Or(saved.IsSuccess ? await lists.FindAsync(call.Tenant, name) : Result.Failure<ListView>(saved.Errors), static list => list);
    }

    private async Task<object?> DeleteAsync(GraphCall call)
    {
        var name = call.Get<string>("name");
        var known = await lists.FindAsync(call.Tenant, name);
        var deleted = known.IsSuccess ? await lists.DeleteAsync(call.Tenant, name, call.Arguments.Get<string>("ifTag")) : Result.Failure<bool>(known.Errors);
        return GraphRefusals.Or(deleted, _ => known.Value);
    }

    private async Task<object?> AddAsync(GraphCall call)
    {
        var read = ListRequests.ReadEntries(InputBody.Write(InputObject.Empty, ("reason", call.Arguments.Get<string>("reason")), ("entries", call.Get<object?[]>("entries"))));
        return await AnswerAsync(call, read.IsSuccess
            ? await lists.AddAsync(call.Caller, ListOf(call), read.Value.Entries, read.Value.Reason, read.Value.Pointer)
            : Result.Failure<ListChangeCounts>(read.Errors));
    }

    private async Task<object?> RemoveAsync(GraphCall call)
    {
        var read = ListRequests.ReadValues(InputBody.Write(InputObject.Empty, ("reason", call.Arguments.Get<string>("reason")), ("values", call.Get<object?[]>("values"))));
        return await AnswerAsync(call, read.IsSuccess
            ? await lists.RemoveAsync(call.Caller, ListOf(call), read.Value.Values, read.Value.Reason, static index => $"/values/{index}")
            : Result.Failure<ListChangeCounts>(read.Errors));
    }

    /// <summary>What a change did, and the list as it is since.</summary>
    private async Task<object?> AnswerAsync(GraphCall call, Result<ListChangeCounts> changed)
    {
        var list = changed.IsSuccess ? await lists.FindAsync(call.Tenant, ListOf(call)) : Result.Failure<ListView>(changed.Errors);
        return GraphRefusals.Or(list, found => new ListChangeNode(changed.Value, found));
    }
}
