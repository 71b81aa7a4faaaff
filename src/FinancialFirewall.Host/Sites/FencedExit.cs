using System.Globalization;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Sites;

/// <summary>Says that another site leads, and what to do.</summary>
internal static class FencedExit
{
    /// <summary>Ends the process because of a higher term.</summary>
    public static CommandFailedException Explain(string dataDirectory, uint term, Uri? peer) => new(
        ExitCode.OtherSite,
        string.Create(CultureInfo.InvariantCulture, $"SITE_FENCED: another site leads in term {term}. This one answers no payment any more; everything that it answered before is in its directory."),
        "What it had not given to the other site yet can be put aside; then it can follow:",
        $"  firewall follow --rewind --data {ShellText.Quote(dataDirectory)} --leader {peer?.ToString() ?? "URL"} --site-key FILE");
}
