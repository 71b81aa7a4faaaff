using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>A copied card is shown in a shop on another continent, half an hour to two hours after its owner showed the real one at home.</summary>
internal sealed class ImpossibleTravel : IScenario
{
    internal const int FewestMinutes = 30;
    internal const int MostMinutes = 120;
    internal const int MostPayments = 3;
    internal const int LeastDollars = 90;
    internal const int MostDollars = 900;

    /// <inheritdoc/>
    public string Name => "IMPOSSIBLE_TRAVEL";

    /// <inheritdoc/>
    public bool UsesTransfers => false;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var shown = episode.Today.Where(static payment => payment.CardPresent == true).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var real = episode.Random.Pick(shown);
        var (country, city) = episode.Random.Pick(Worlds.Atlas.FarAway);
        var at = real.InitiatedAt;
        for (var count = episode.Random.Count(1, MostPayments); count > 0; count--)
        {
            at = at == real.InitiatedAt ? episode.After(at, FewestMinutes, MostMinutes) : episode.After(at, 4, 20);
            episode.Add(Copy(real, episode, at, country) with { Place = CardForm.Near(city.Place, episode.Random) });
        }
    }

    private static SimulatedPayment Copy(SimulatedPayment real, Episode episode, Instant at, string country) => real with
    {
        InitiatedAt = at,
        AmountMinor = episode.EuroCents(LeastDollars, MostDollars),
        Currency = "USD",
        Country = country,
        EntryMode = "MAGSTRIPE",
        TerminalId = $"T{country}-{episode.Random.Between(1, 9_999)}",
        MerchantId = $"M{country}-{episode.Random.Between(1, 9_999)}",
        MerchantCategory = "5732",
    };
}
