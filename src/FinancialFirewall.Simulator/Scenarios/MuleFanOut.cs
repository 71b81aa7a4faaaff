using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>What was collected is scattered: one account pays many others that it never paid before, minutes apart.</summary>
internal sealed class MuleFanOut : IScenario
{
    internal const int FewestPayees = 8;
    internal const int MostPayees = 20;
    internal const int LeastEuro = 200;
    internal const int MostEuro = 950;
    internal const int MostMinutesApart = 9;

    /// <inheritdoc/>
    public string Name => "MULE_FAN_OUT";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var mule = episode.Mule();
        var country = mule.Account.Country;
        var at = episode.At(DailyRhythm.Banking, country);
        for (var count = episode.Random.Count(FewestPayees, MostPayees); count > 0; count--)
        {
            episode.Add(TransferForm.Between(mule, episode.Mule().Account, country.FromEuroCents(episode.EuroCents(LeastEuro, MostEuro)), at, mule.Device, "Commission"));
            at = episode.After(at, 1, MostMinutesApart);
        }
    }
}
