using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;
using FinancialFirewall.Simulator.Worlds;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>
/// Stolen card numbers are tried out: one device buys for less than two Euro with one card after the other in one web shop, seconds apart; with some of
/// the cards that worked, something dear follows within the hour.
/// </summary>
internal sealed class CardTesting : IScenario
{
    internal const int FewestCards = 12;
    internal const int MostCards = 30;
    internal const int MostTestCents = 199;
    internal const int FewestHits = 2;
    internal const int MostHits = 4;
    internal const int LeastHitEuro = 150;
    internal const int MostHitEuro = 700;
    private const int FewestSecondsApart = 5;
    private const int MostSecondsApart = 40;

    /// <inheritdoc/>
    public string Name => "CARD_TESTING";

    /// <inheritdoc/>
    public bool UsesTransfers => false;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var random = episode.Random;
        var country = Atlas.Draw(random);
        var device = DeviceMaker.Fraudulent(random);
        var shop = random.Pick(episode.World.Merchants(country, Trade.Of("5815")));
        var cards = Enumerable.Range(0, random.Count(FewestCards, MostCards)).Select(_ => episode.Victim()).DistinctBy(static card => card.Index).ToList();
        var at = episode.At(DailyRhythm.Nights, country);
        foreach (var card in cards)
        {
            episode.Add(CardForm.Online(card, shop, country.FromEuroCents(random.Between(50, MostTestCents)), at, device));
            at = at.Plus(TimeSpan.FromSeconds(random.Between(FewestSecondsApart, MostSecondsApart)));
        }

        Spend(episode, country, device, cards.Take(random.Count(FewestHits, MostHits)), at);
    }

    private static void Spend(Episode episode, Country country, Device device, IEnumerable<Customer> cards, Instant tested)
    {
        foreach (var card in cards)
        {
            var shop = episode.Random.Pick(episode.World.Merchants(country, Trade.Of("5947")));
            episode.Add(CardForm.Online(card, shop, country.FromEuroCents(episode.EuroCents(LeastHitEuro, MostHitEuro)), episode.After(tested, 5, 60), device));
        }
    }
}
