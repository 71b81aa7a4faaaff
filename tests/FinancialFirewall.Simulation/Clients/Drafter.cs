using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Makes drafts, writes other contents into them, brings them up to date, and publishes or discards them.</summary>
internal sealed class Drafter(World world, Random random, PolicyMaker policies)
{
    private const string Path = "/api/v1/policy/drafts";
    private const int MaximumRebases = 2;

    private readonly Desk desk = new(world, random);

    /// <summary>Works on a draft from its beginning to its end, as far as answers come.</summary>
    public async Task WorkAsync(int tenant)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"step {world.Step}");
        if (await desk.SendAsync(tenant, "POST", Path, new JsonObject { ["name"] = name }.ToJsonString()) is not { Status: 201, Json: { } created })
        {
            return;
        }

        var (json, marker) = policies.Next(world.Machine.Time.GetUtcNow());
        var draft = world.History.Add(new DraftWork(tenant, (string)created["id"]!, marker));
        await world.Wait(TimeSpan.FromSeconds(random.Next(20)));
        if (await desk.SendAsync(tenant, "PUT", $"{Path}/{draft.Id}/document", json) is not { Status: 200 })
        {
            return;
        }

        await world.Wait(TimeSpan.FromSeconds(random.Next(20)));
        await (random.Next(4) == 0 ? DiscardAsync(draft) : PublishAsync(draft));
    }

    private async Task DiscardAsync(DraftWork draft)
    {
        draft.IsDiscardAsked = true;
        draft.IsDiscarded = await desk.SendAsync(draft.Tenant, "DELETE", $"{Path}/{draft.Id}", body: null) is { Status: 204 };
    }

    private async Task PublishAsync(DraftWork draft)
    {
        var change = world.History.Add(new Change(draft.Tenant, draft.Marker, world.Step));
        draft.Publication = change;
        for (var i = 0; i <= MaximumRebases; i++)
        {
            var published = await desk.SendAsync(draft.Tenant, "POST", $"{Path}/{draft.Id}/publish", "{}");
            if (published is { Status: 200 } done)
            {
                change.Take((int)done.Json!["version"]!, world.Step);
            }

            if (published is not { Status: 409 } outdated || Desk.CodeOf(outdated.Json) is not "DRAFT_OUTDATED"
                || await desk.SendAsync(draft.Tenant, "POST", $"{Path}/{draft.Id}/rebase", "{}") is not { Status: 200 })
            {
                return;
            }
        }
    }
}
