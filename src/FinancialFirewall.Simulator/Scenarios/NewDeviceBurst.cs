using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>Leaked passwords are used: one device that nobody knows signs in as one customer after the other within an hour, and each pays the same one or two accounts.</summary>
internal sealed class NewDeviceBurst : IScenario
{
    internal const int FewestCustomers = 4;
    internal const int MostCustomers = 9;
    internal const int MostTransfers = 2;
    internal const int LeastEuro = 150;
    internal const int MostEuro = 900;
    internal const int MostMinutesApart = 6;

    /// <inheritdoc/>
    public string Name => "NEW_DEVICE_BURST";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var device = DeviceMaker.Fraudulent(episode.Random);
        var payees = Enumerable.Range(0, episode.Random.Count(1, 2)).Select(_ => episode.Mule().Account).ToList();
        var victims = Enumerable.Range(0, episode.Random.Count(FewestCustomers, MostCustomers)).Select(_ => episode.Victim()).DistinctBy(static victim => victim.Index).ToList();
        var at = episode.At(DailyRhythm.Banking, victims[0].Country);
        foreach (var victim in victims)
        {
            for (var count = episode.Random.Count(1, MostTransfers); count > 0; count--)
            {
                var amount = victim.Country.FromEuroCents(episode.EuroCents(LeastEuro, MostEuro));
                episode.Add(TransferForm.Between(victim.Party, episode.Random.Pick(payees), amount, at, device, "Payment"));
                at = episode.After(at, 1, MostMinutesApart);
            }
        }
    }
}
