using Microsoft.Playwright;

namespace FinancialFirewall.Console.Tests.Loads;

/// <summary>Counts the frames that a page paints, and weighs the memory of its scripts.</summary>
internal sealed class PageMeter
{
    private const string CountFrames =
        """
        () => {
          window.frames_ = { count: 0, longest: 0, last: performance.now() };
          const paint = now => {
            const seen = window.frames_;
            seen.count++;
            seen.longest = Math.max(seen.longest, now - seen.last);
            seen.last = now;
            requestAnimationFrame(paint);
          };
          requestAnimationFrame(paint);
        }
        """;

    private const string TakeFrames = "() => { const { count, longest } = window.frames_; window.frames_.count = 0; window.frames_.longest = 0; return [performance.now(), count, longest]; }";

    private readonly IPage page;
    private readonly ICDPSession session;
    private double takenAtMs;

    private PageMeter(IPage page, ICDPSession session) => (this.page, this.session) = (page, session);

    public static async Task<PageMeter> StartAsync(IPage page)
    {
        var meter = new PageMeter(page, await page.Context.NewCDPSessionAsync(page));
        await meter.session.SendAsync("Performance.enable");
        await page.EvaluateAsync(CountFrames);
        await meter.TakeFramesAsync();
        return meter;
    }

    /// <summary>Frames a second since the last time, and the longest time between two of them, in milliseconds.</summary>
    public async Task<(double PerSecond, double LongestMs)> TakeFramesAsync()
    {
        var taken = await page.EvaluateAsync<double[]>(TakeFrames);
        var seconds = (taken[0] - takenAtMs) / 1_000;
        takenAtMs = taken[0];
        return (taken[1] / seconds, taken[2]);
    }

    /// <summary>What scripts hold, in MiB, after everything that nobody holds was collected.</summary>
    public async Task<double> WeighAsync()
    {
        await session.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return metrics.EnumerateArray().Single(static one => one.GetProperty("name").GetString() == "JSHeapUsedSize").GetProperty("value").GetDouble() / (1 << 20);
    }
}
