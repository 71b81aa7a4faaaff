using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Metrics;

[Collection(GatewayCollection.Name)]
public sealed class MetricsEndpointsTests
{
    [Fact]
    public async Task Get_AfterPayments_CountsThem()
    {
        await using var gateway = await RunningGateway.StartAsync();
        const string Path = "/api/v1/fraud-risk/assessments";
        await gateway.Client.PostAsync(Path, Payments.Json(Payments.Small("m-1")));
        await gateway.Client.PostAsync(Path, Payments.Json(Payments.Small("m-1")));
        await gateway.Client.PostAsync(Path, Payments.Json("{}"));
        await (await gateway.Client.PostAsync($"{Path}/batch", Payments.Lines(Payments.Small("m-2") + "\nnonsense\n"))).Content.ReadAsStringAsync();

        var lines = (await gateway.Client.GetStringAsync("/metrics")).Split('\n');

        Assert.Contains("""firewall_payments_total{tenant="demo",decision="APPROVE"} 2""", lines);
        Assert.Contains("""firewall_payments_total{tenant="demo",decision="REJECT"} 0""", lines);
        Assert.Contains("""firewall_duplicates_total{tenant="demo"} 1""", lines);
        Assert.Contains("""firewall_refusals_total{tenant="demo",code="MEMBER_REQUIRED"} 1""", lines);
        Assert.Contains("""firewall_refusals_total{tenant="demo",code="NOT_JSON"} 1""", lines);
        Assert.Contains("""firewall_assessment_seconds_count{tenant="demo",endpoint="single"} 2""", lines);
        Assert.Contains("""firewall_assessment_seconds_count{tenant="demo",endpoint="batch"} 1""", lines);
        Assert.Contains("firewall_ready 1", lines);
        Assert.Contains("firewall_journal_healthy 1", lines);
        Assert.Contains("firewall_archive_waiting_files 0", lines);
        Assert.Contains("firewall_archive_healthy 1", lines);
        Assert.Contains(lines, static line => line.StartsWith("firewall_build_info{version=\"0.1.0", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, static line => line.StartsWith("firewall_payments_total{tenant=\"other\"", StringComparison.Ordinal));
    }
}
