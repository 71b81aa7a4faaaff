using System.Globalization;
using FinancialFirewall.Console.Tests.Building;
using FinancialFirewall.Console.Tests.Running;
using FinancialFirewall.Host.Tests.Processes;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace FinancialFirewall.Console.Tests.Loads;

/// <summary>The dashboard while many payments come: what it paints and holds is printed for people, and none may be missing.</summary>
[Collection(PageCollection.Name)]
public sealed class DashboardLoadTests(ConsoleFixture fixture, ITestOutputHelper output)
{
    private const float SampleMs = 5_000;
    private const float PatienceMs = 60_000;

    [LoadFact]
    public async Task Dashboard_WhileManyPaymentsCome_CountsEachOne()
    {
        using var tenant = await fixture.Firewall.OpenAsync("loading");
        await using var owner = await Reader.OpenAsync(fixture);
        await owner.JoinAsOwnerAsync(tenant);
        await owner.GoToAsync("/?span=1h", "Dashboard");
        var meter = await PageMeter.StartAsync(owner.Page);
        var lines = new List<string> { $"{LoadFactAttribute.Rate} payments a second for {LoadFactAttribute.Seconds} s", Line("before", await meter.TakeFramesAsync(), await meter.WeighAsync()) };

        var count = LoadFactAttribute.Rate * LoadFactAttribute.Seconds;
        var sending = FirewallProgram.RunAsync("simulate", "--to", fixture.Firewall.Address.GetLeftPart(UriPartial.Authority), "--key", tenant.Key, "--rate", Text(LoadFactAttribute.Rate), "--count", Text(count));
        for (var sample = 1; !sending.IsCompleted; sample++)
        {
            await Task.WhenAny(sending, owner.Page.WaitForTimeoutAsync(SampleMs));
            lines.Add(Line($"{sample * SampleMs / 1_000:0} s", await meter.TakeFramesAsync(), await meter.WeighAsync()));
        }

        var sent = await sending;
        await owner.Link($"Payments {count.ToString("N0", CultureInfo.InvariantCulture)}").WaitForAsync(new LocatorWaitForOptions { Timeout = PatienceMs });
        lines.Add(Line("after", await meter.TakeFramesAsync(), await meter.WeighAsync()));
        await owner.PictureAsync("load");
        lines.ForEach(output.WriteLine);
        await File.WriteAllLinesAsync(Path.Combine(ConsoleFolder.Pictures, "load.txt"), lines);
        Assert.Equal(0, sent.ExitCode);
        Assert.Empty(owner.Complaints);
    }

    private static string Line(string when, (double PerSecond, double LongestMs) frames, double mebibytes)
        => string.Create(CultureInfo.InvariantCulture, $"{when,8}  {frames.PerSecond,5:0.0} frames/s  longest {frames.LongestMs,6:0} ms  {mebibytes,6:0.0} MiB");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
