using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Retention;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Serving;

/// <summary>Removes, once a day, what tenants do not keep any longer; the first time a while after the start.</summary>
internal sealed partial class RetentionService(IServiceProvider services, TimeProvider time, ILogger<RetentionService> logger) : BackgroundService
{
    private static readonly TimeSpan FirstTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(FirstTime, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = Interval;
            try
            {
                await RemoveAsync(services.GetRequiredService<RetentionKeeper>(), stoppingToken);
            }
            catch (IOException exception)
            {
                LogFailure(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Records} records of tenant '{Tenant}' from {From} to {To} were removed with {Segments} segments: it keeps {Years} years.")]
    private static partial void LogRemoval(ILogger logger, long records, string tenant, Instant from, Instant to, int segments, int years);

    [LoggerMessage(Level = LogLevel.Error, Message = "Old records could not be removed; they go another day.")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    private async Task RemoveAsync(RetentionKeeper keeper, CancellationToken cancellationToken)
    {
        foreach (var tenant in await keeper.RemoveAsync(tenant: null, Instant.From(time.GetUtcNow()), cancellationToken))
        {
            if (tenant.Segments.Count > 0)
            {
                LogRemoval(
                    logger,
                    tenant.Records,
                    tenant.Tenant.Name,
                    tenant.Segments.Min(static segment => segment.From),
                    tenant.Segments.Max(static segment => segment.To),
                    tenant.Segments.Count,
                    tenant.Years);
            }
        }
    }
}
