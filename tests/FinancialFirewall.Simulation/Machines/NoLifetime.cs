using Microsoft.Extensions.Hosting;

namespace FinancialFirewall.Simulation.Machines;

/// <summary>The life of a simulated process is not ended from inside.</summary>
internal sealed class NoLifetime : IHostApplicationLifetime
{
    public CancellationToken ApplicationStarted => CancellationToken.None;

    public CancellationToken ApplicationStopping => CancellationToken.None;

    public CancellationToken ApplicationStopped => CancellationToken.None;

    public void StopApplication()
    {
        // Who ends the machine does it from outside.
    }
}
