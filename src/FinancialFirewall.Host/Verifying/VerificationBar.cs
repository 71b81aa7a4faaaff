using System.Globalization;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Host.Verifying;

/// <summary>Shows how far a verification is, on a terminal only.</summary>
internal sealed class VerificationBar(TextWriter output) : IProgress<VerificationProgress>
{
    private int shownPercent = -1;

    /// <inheritdoc/>
    public void Report(VerificationProgress value)
    {
        var percent = (int)(100 * value.DoneBytes / Math.Max(1, value.TotalBytes));
        if (Console.IsErrorRedirected || percent == shownPercent)
        {
            return;
        }

        shownPercent = percent;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\r{percent,3} % {(percent == 100 ? "\n" : "")}"));
    }
}
