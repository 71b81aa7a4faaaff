using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Host.Verifying;

/// <summary>Shows how far a verification is, on a terminal only.</summary>
internal sealed class VerificationBar(TextWriter output) : IProgress<VerificationProgress>
{
    private readonly PercentBar bar = new(output);

    /// <inheritdoc/>
    public void Report(VerificationProgress value) => bar.Show(value.DoneBytes, value.TotalBytes);
}
