using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>Many customers are talked into paying the same account within two days, each with their own device: false invoices, false investments.</summary>
internal sealed class MuleFanIn : IScenario
{
    internal const int FewestVictims = 6;
    internal const int MostVictims = 15;
    internal const int LeastEuro = 250;
    internal const int MostEuro = 2_400;
    internal const int MostHours = 48;

    /// <inheritdoc/>
    public string Name => "MULE_FAN_IN";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var mule = episode.Mule();
        var start = episode.At(DailyRhythm.Banking, mule.Account.Country);
        for (var count = episode.Random.Count(FewestVictims, MostVictims); count > 0; count--)
        {
            var victim = episode.Victim();
            var amount = victim.Country.FromEuroCents(episode.EuroCents(LeastEuro, MostEuro));
            episode.Add(TransferForm.Between(victim.Party, mule.Account, amount, episode.After(start, 0, MostHours * 60), episode.DeviceOf(victim), "Investment"));
        }
    }
}
