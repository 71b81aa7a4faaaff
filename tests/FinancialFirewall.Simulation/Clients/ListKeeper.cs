using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Puts entries into the watched list and takes them out, one at a time or by an import, while payments go on.</summary>
internal sealed class ListKeeper(World world, Random random)
{
    private const string Path = "/api/v1/lists/watched";

    private readonly Desk desk = new(world, random);

    /// <summary>Changes one entry.</summary>
    public async Task ChangeAsync(int tenant)
    {
        var (value, isAdded) = (PaymentMaker.Payees[random.Next(PaymentMaker.Payees.Count)], random.Next(5) < 3);
        var expiresAt = isAdded && random.Next(4) == 0 ? world.Machine.Time.GetUtcNow().AddSeconds(random.Next(1, 1_200)) : (DateTimeOffset?)null;
        var change = world.History.Add(new EntryChange(tenant, value, isAdded, world.Step) { ExpiresAt = expiresAt });
        var entry = new JsonObject { ["value"] = value, ["reason"] = "seen", ["expiresAt"] = expiresAt?.ToString("O", CultureInfo.InvariantCulture) };
        var response = !isAdded ? await desk.SendAsync(tenant, "DELETE", $"{Path}/entries?value={value}", body: null)
            : random.Next(3) == 0 ? await desk.SendAsync(tenant, "POST", $"{Path}/import?mode=add", entry.ToJsonString(), contentType: "application/x-ndjson")
            : await desk.SendAsync(tenant, "POST", $"{Path}/entries", entry.ToJsonString());
        if (response is { Status: 200 })
        {
            change.Take(world.Step);
        }
        else if (response is { Status: not 202 } refused)
        {
            throw new Violation("lists", $"the change of {value} was refused: {refused.Json?.ToJsonString()}");
        }
    }
}
