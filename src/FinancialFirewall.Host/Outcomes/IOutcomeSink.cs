using FinancialFirewall.Gateway.Outcomes;

namespace FinancialFirewall.Host.Outcomes;

/// <summary>Where reports of outcomes go.</summary>
internal interface IOutcomeSink : IAsyncDisposable
{
    /// <summary>Has reports recorded, and says of each what became of it, in their order, once that is on disk.</summary>
    /// <param name="lines">At most <see cref="Grains.Reviews.OutcomeReports.MaximumTogether"/>.</param>
    /// <param name="interrupted">Gives up.</param>
    /// <exception cref="CommandLine.CommandFailedException">Nothing more can be reported.</exception>
    Task<IReadOnlyList<OutcomeResult>> ReportAsync(IReadOnlyList<OutcomeLine> lines, CancellationToken interrupted);

    /// <summary>Says that there are no more.</summary>
    /// <param name="recorded">How many were recorded.</param>
    /// <param name="refused">How many were not.</param>
    Task EndAsync(long recorded, long refused);
}
