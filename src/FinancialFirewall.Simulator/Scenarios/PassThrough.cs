using FinancialFirewall.Simulator.Forms;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Scenarios;

/// <summary>A large sum comes in, and nearly all of it leaves again within the hour, in one to three parts; the mule keeps a little.</summary>
internal sealed class PassThrough : IScenario
{
    internal const int LeastEuro = 3_000;
    internal const int MostEuro = 14_000;
    internal const int LeastForwardedPercent = 92;
    internal const int MostForwardedPercent = 98;
    internal const int MostParts = 3;
    internal const int MostMinutes = 60;

    /// <inheritdoc/>
    public string Name => "PASS_THROUGH";

    /// <inheritdoc/>
    public bool UsesTransfers => true;

    /// <inheritdoc/>
    public void Plan(Episode episode)
    {
        var payer = episode.Victim();
        var mule = episode.Mule();
        var euroCents = episode.EuroCents(LeastEuro, MostEuro);
        var at = episode.At(DailyRhythm.Banking, payer.Country);
        episode.Add(TransferForm.Between(payer.Party, mule.Account, payer.Country.FromEuroCents(euroCents), at, episode.DeviceOf(payer), "Purchase contract"));

        var parts = episode.Random.Count(1, MostParts);
        var part = euroCents * episode.Random.Between(LeastForwardedPercent, MostForwardedPercent) / 100 / parts;
        for (var count = parts; count > 0; count--)
        {
            var forwarded = mule.Account.Country.FromEuroCents(part);
            episode.Add(TransferForm.Between(mule, episode.Mule().Account, forwarded, episode.After(at, 3, MostMinutes), mule.Device, "As agreed"));
        }
    }
}
