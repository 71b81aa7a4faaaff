using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>
/// The customer is the fraudster: buys what is easily sold, in one evening, with the own card, device and network, and disputes it all afterwards. Nothing
/// but amounts and pace gives it away.
/// </summary>
internal sealed class FirstPartyAbuse : IScenario
{
    internal const int FewestPurchases = 5;
    internal const int MostPurchases = 11;
    internal const int LeastEuro = 180;
    internal const int MostEuro = 1_400;
    internal const int MostMinutesApart = 35;

    private static readonly string[] Resold = ["5964", "5947", "7011"];

    /// <inheritdoc/>
    public string Name => "FIRST_PARTY_ABUSE";

    /// <inheritdoc/>
    public bool UsesTransfers => false;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var customer = episode.Victim();
        var at = episode.At(DailyRhythm.Online, customer.Country);
        for (var count = episode.Random.Count(FewestPurchases, MostPurchases); count > 0; count--)
        {
            var shop = episode.Random.Pick(episode.World.Merchants(customer.Country, Trade.Of(episode.Random.Pick(Resold))));
            var amount = customer.Country.FromEuroCents(episode.EuroCents(LeastEuro, MostEuro));
            episode.Add(CardForm.Online(customer, shop, amount, at, episode.DeviceOf(customer)));
            at = episode.After(at, 3, MostMinutesApart);
        }
    }
}
