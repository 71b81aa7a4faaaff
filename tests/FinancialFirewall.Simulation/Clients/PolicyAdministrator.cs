using System.Text;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Toggles;
using FinancialFirewall.Simulation.Histories;
using FinancialFirewall.Simulation.Machines;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Publishes policies, changes toggles and rotates keys while payments go on.</summary>
internal sealed class PolicyAdministrator(World world, Random random, PolicyMaker policies)
{
    private static readonly ToggleContext Whole = new(null, null, null);

    /// <summary>Publishes a policy, or switches the check of the whole tenant off or on.</summary>
    public Task ChangeAsync(int tenant) => random.Next(3) == 0 ? ToggleAsync(tenant, random.Next(2) == 0) : PublishAsync(tenant);

    /// <summary>Gives a tenant a new key.</summary>
    public Task RotateKeyAsync(int tenant)
        => CallAsync(async process => await process.Storage.Keys.RotateTenantAsync(world.Tenants[tenant].Id), static _ => { });

    private Task PublishAsync(int tenant)
    {
        var (json, marker) = policies.Next(world.Machine.Time.GetUtcNow());
        var change = world.History.Add(new Change(tenant, marker, world.Step));
        var publishing = world.Tenants[tenant].Id;
        return CallAsync(
            process => process.Services.GetRequiredService<PolicyPublisher>().PublishAsync(publishing, Encoding.UTF8.GetBytes(json), CancellationToken.None),
            result =>
            {
                if (result.IsSuccess)
                {
                    change.Take(result.Value.Version, world.Step);
                }
                else if (result.Errors[0].Code is not ("PUBLISH_PENDING" or "POLICY_BUSY" or "DISK_FULL" or "JOURNAL_BUSY"))
                {
                    throw new Violation("publishing", $"{marker} was refused: {result.Errors[0].Message}");
                }
            });
    }

    private Task ToggleAsync(int tenant, bool isEnabled)
    {
        var change = world.History.Add(new Change(tenant, null, world.Step) { IsEnabled = isEnabled });
        return CallAsync(
            process =>
            {
                TenantScope.Enter(world.Tenants[tenant].Id);
                return process.Client.GetGrain<IToggleGrain>(world.Tenants[tenant].Id.Name).Set(new ToggleCommand(Whole, isEnabled, $"step {world.Step}", null));
            },
            result =>
            {
                if (result.IsSuccess)
                {
                    change.Take(0, world.Step);
                }
            });
    }

    /// <summary>Calls a process and takes its answer, unless it dies before or cannot answer.</summary>
    private async Task CallAsync<T>(Func<SimulatedProcess, Task<T>> call, Action<T> take)
    {
        if (world.Machine.Process is not { } process)
        {
            return;
        }

        var outcome = new TaskCompletionSource<(bool IsAnswered, T Answer)>();
        process.WhenDead(() => outcome.TrySetResult((false, default!)));
        _ = RunAsync(call(process), outcome);
        var (isAnswered, answer) = await outcome.Task;
        if (isAnswered && !process.IsDead)
        {
            take(answer);
        }
    }

    private static async Task RunAsync<T>(Task<T> call, TaskCompletionSource<(bool IsAnswered, T Answer)> outcome)
    {
        try
        {
            outcome.TrySetResult((true, await call));
        }
        catch (Exception exception) when (exception is not Violation)
        {
            outcome.TrySetResult((false, default!));
        }
    }
}
