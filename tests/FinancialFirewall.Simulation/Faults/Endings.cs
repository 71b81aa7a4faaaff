using FinancialFirewall.Simulation.Clients;

namespace FinancialFirewall.Simulation.Faults;

/// <summary>
/// Decides when a process, or the power, ends: at any step, or where it matters most and few steps are: between the changes of a kind of file, while a refund is on its way,
/// and a second time soon after the next start.
/// </summary>
internal sealed class Endings(World world, Random random)
{
    private const int MostChanges = 7;
    private const int MostStepsAfterChange = 40;
    private const string Journal = "journal";

    /// <summary>Where the changes are that cannot be made at once: paths begin so.</summary>
    private static readonly string[] Places = [Journal, "states", "segments", "segments/manifest", "snapshots", "keys"];

    private static readonly string[] Reading = ["read", "length", "open", "list", "exists", "owner", "lock"];

    private int Soon => random.Next(random.Next(2) == 0 ? 200 : 3_000);

    /// <summary>Lets the process end, or the power with it, soon.</summary>
    public void End(bool withPower)
    {
        if (!withPower && world.Has(FaultKinds.PowerLoss) && random.Next(2) == 0)
        {
            // What was written and not flushed outlives the process and not the power: the next one must not build on it.
            world.Machine.WhenStarted = () => world.Machine.EndIn(Soon, withPower: true);
        }

        switch (random.Next(6))
        {
            case < 2:
                world.Machine.EndIn(Soon, withPower);
                break;
            case 2 when world.Has(FaultKinds.Refunds):
                world.RefundSent = () =>
                {
                    world.RefundSent = null;
                    EndAtChange(Journal, withPower);
                };
                break;
            default:
                EndAtChange(Places[random.Next(Places.Length)], withPower);
                break;
        }
    }

    /// <summary>Takes back every end that was decided and has not come yet.</summary>
    public void TakeBack()
    {
        (world.RefundSent, world.Machine.WhenStarted, world.Machine.Disk.Operating) = (null, null, null);
        world.Machine.StayUp();
    }

    /// <summary>Ends at one of the next changes of a place: after it was asked for and before it is done, or some steps later.</summary>
    private void EndAtChange(string place, bool withPower)
    {
        var (disk, left) = (world.Machine.Disk, random.Next(1, MostChanges));
        var later = random.Next(3) == 0 ? random.Next(MostStepsAfterChange) : 0;
        disk.Operating = (operation, path) =>
        {
            if (path.StartsWith(place, StringComparison.Ordinal) && !Reading.Contains(operation, StringComparer.Ordinal) && --left == 0)
            {
                disk.Operating = null;
                world.Machine.EndIn(later, withPower);
            }
        };
    }
}
