using FinancialFirewall.Gateway.Metrics;

namespace FinancialFirewall.Gateway.Tests.Metrics;

public sealed class PrometheusTextTests
{
    [Fact]
    public void Sample_LabelWithSpecialCharacters_IsEscaped()
    {
        var text = new PrometheusText().Family("x_total", "counter", "Help.").Sample("x_total", 1.5, "code", "a\"b\\c\nd").ToString();

        Assert.Equal("# HELP x_total Help.\n# TYPE x_total counter\nx_total{code=\"a\\\"b\\\\c\\nd\"} 1.5\n", text);
    }

    [Fact]
    public void Histogram_Observations_AreCumulative()
    {
        var histogram = new LatencyHistogram();
        histogram.Observe(TimeSpan.FromMilliseconds(0.5));
        histogram.Observe(TimeSpan.FromMilliseconds(3), times: 2);
        histogram.Observe(TimeSpan.FromSeconds(11));

        var lines = new PrometheusText().Histogram("t", histogram, "demo", "batch").ToString().Split('\n');

        Assert.Equal("t_bucket{tenant=\"demo\",endpoint=\"batch\",le=\"0.0005\"} 1", lines[0]);
        Assert.Equal("t_bucket{tenant=\"demo\",endpoint=\"batch\",le=\"0.005\"} 3", lines[3]);
        Assert.Equal("t_bucket{tenant=\"demo\",endpoint=\"batch\",le=\"10\"} 3", lines[13]);
        Assert.Equal("t_bucket{tenant=\"demo\",endpoint=\"batch\",le=\"+Inf\"} 4", lines[14]);
        Assert.Equal("t_sum{tenant=\"demo\",endpoint=\"batch\"} 11.0065", lines[15]);
        Assert.Equal("t_count{tenant=\"demo\",endpoint=\"batch\"} 4", lines[16]);
    }
}
