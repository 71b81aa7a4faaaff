using System.Globalization;

namespace FinancialFirewall.Host.CommandLine;

/// <summary>Shows on standard error how far something is, where that is a terminal.</summary>
internal sealed class PercentBar(TextWriter output)
{
    private int shownPercent = -1;

    /// <summary>Shows how much of all is done.</summary>
    public void Show(long done, long total)
    {
        var percent = (int)(100 * done / Math.Max(1, total));
        if (Console.IsErrorRedirected || percent == shownPercent)
        {
            return;
        }

        shownPercent = percent;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{percent,3} % {(percent == 100 ? "\n" : "")}"));
    }
}
