using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>A sum that would have to be reported is sent in parts, each a little below the threshold of 10,000 EUR, within three days, to one or two payees.</summary>
internal sealed class Structuring : IScenario
{
    internal const int ThresholdEuro = 10_000;
    internal const int LeastEuro = 8_200;
    internal const int MostEuro = 9_950;
    internal const int StepEuro = 50;
    internal const int FewestParts = 4;
    internal const int MostParts = 8;
    internal const int MostHours = 72;

    /// <inheritdoc/>
    public string Name => "STRUCTURING";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var from = episode.Mule();
        var payees = Enumerable.Range(0, episode.Random.Count(1, 2)).Select(_ => episode.Mule().Account).ToList();
        var country = from.Account.Country;
        var start = episode.At(DailyRhythm.Banking, country);
        for (var count = episode.Random.Count(FewestParts, MostParts); count > 0; count--)
        {
            var amount = country.FromEuroCents(episode.Random.Between(LeastEuro / StepEuro, MostEuro / StepEuro) * StepEuro * 100);
            episode.Add(TransferForm.Between(from, episode.Random.Pick(payees), amount, episode.After(start, 0, MostHours * 60), from.Device, "Loan repayment"));
        }
    }
}
