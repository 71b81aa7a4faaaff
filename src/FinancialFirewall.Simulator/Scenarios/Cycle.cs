using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>Money goes round: three to six accounts pay one another in a circle that ends where it began, each a little less than the one before.</summary>
internal sealed class Cycle : IScenario
{
    internal const int FewestAccounts = 3;
    internal const int MostAccounts = 6;
    internal const int LeastEuro = 3_000;
    internal const int MostEuro = 9_500;
    internal const int MostLossPerMille = 30;
    internal const int MostHoursApart = 9;

    /// <inheritdoc/>
    public string Name => "CYCLE";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var members = Enumerable.Range(0, episode.Random.Count(FewestAccounts, MostAccounts)).Select(_ => episode.Mule()).DistinctBy(static member => member.Account.Number, StringComparer.Ordinal).ToList();
        var euroCents = episode.EuroCents(LeastEuro, MostEuro);
        var at = episode.At(DailyRhythm.Banking, members[0].Account.Country);
        for (var i = 0; i < members.Count; i++)
        {
            var (from, to) = (members[i], members[(i + 1) % members.Count]);
            episode.Add(TransferForm.Between(from, to.Account, from.Account.Country.FromEuroCents(euroCents), at, from.Device, "Consulting"));
            euroCents -= euroCents * episode.Random.Between(5, MostLossPerMille) / 1_000;
            at = episode.After(at, 20, MostHoursApart * 60);
        }
    }
}
