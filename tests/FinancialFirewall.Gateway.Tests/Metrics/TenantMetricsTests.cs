using System.Globalization;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Metrics;

namespace FinancialFirewall.Gateway.Tests.Metrics;

public sealed class TenantMetricsTests
{
    [Fact]
    public void CountRefusal_MoreCodesThanAllowed_CountsTheRestTogether()
    {
        var metrics = new TenantMetrics();
        for (var code = 0; code < TenantMetrics.MaximumCodes + 5; code++)
        {
            metrics.CountRefusal(new Error(ErrorKind.Invalid, code.ToString("C000", CultureInfo.InvariantCulture), "", "", ""));
        }

        var refusals = metrics.Refusals.ToDictionary(StringComparer.Ordinal);
        Assert.Equal(TenantMetrics.MaximumCodes + 1, refusals.Count);
        Assert.Equal(5, refusals[TenantMetrics.OtherCode]);
    }

    [Fact]
    public void CountDecision_Duplicate_IsNoNewPayment()
    {
        var metrics = new TenantMetrics();
        metrics.CountDecision(Decision.Hold, isDuplicate: false, isDegraded: true);
        metrics.CountDecision(Decision.Hold, isDuplicate: true, isDegraded: true);

        Assert.Equal((1L, 1L, 1L), (metrics.Decided(Decision.Hold), metrics.Duplicates, metrics.Degraded));
    }
}
