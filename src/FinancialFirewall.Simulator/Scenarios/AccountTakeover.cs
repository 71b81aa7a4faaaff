using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>
/// Somebody else signs in as the customer, at night and with a device the account never used: often a small transfer to see whether it works, then
/// a few large ones to accounts never paid before, minutes apart.
/// </summary>
internal sealed class AccountTakeover : IScenario
{
    internal const int FewestTransfers = 2;
    internal const int MostTransfers = 4;
    internal const int LeastEuro = 900;
    internal const int MostEuro = 4_900;
    internal const int MostMinutesApart = 12;
    private const int TestPerMille = 600;

    /// <inheritdoc/>
    public string Name => "ACCOUNT_TAKEOVER";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var victim = episode.Victim();
        var device = DeviceMaker.Fraudulent(episode.Random);
        var at = episode.At(DailyRhythm.Nights, victim.Country);
        if (episode.Random.Chance(TestPerMille))
        {
            episode.Add(TransferForm.Between(victim.Party, episode.Mule().Account, victim.Country.FromEuroCents(episode.EuroCents(1, 5)), at, device, "Test"));
        }

        for (var count = episode.Random.Count(FewestTransfers, MostTransfers); count > 0; count--)
        {
            at = episode.After(at, 2, MostMinutesApart);
            var amount = victim.Country.FromEuroCents(episode.EuroCents(LeastEuro, MostEuro));
            episode.Add(TransferForm.Between(victim.Party, episode.Mule().Account, amount, at, device, "Invoice"));
        }
    }
}
