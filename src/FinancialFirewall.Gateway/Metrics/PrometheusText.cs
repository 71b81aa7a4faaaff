using System.Globalization;
using System.Text;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>Writes Prometheus' text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder text = new(8192);

    /// <summary>Begins a family of samples.</summary>
    public PrometheusText Family(string name, string type, string help)
    {
        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        return this;
    }

    /// <summary>Writes one sample; labels alternate between names and values.</summary>
    public PrometheusText Sample(string name, double value, params ReadOnlySpan<string> labels)
    {
        text.Append(name);
        for (var i = 0; i < labels.Length; i += 2)
        {
            text.Append(i == 0 ? '{' : ',').Append(labels[i]).Append("=\"");
            AppendEscaped(labels[i + 1]);
            text.Append('"');
        }

        text.Append(labels.Length > 0 ? "} " : " ").Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }

    /// <summary>Writes a histogram's buckets, sum and count.</summary>
    public PrometheusText Histogram(string name, LatencyHistogram histogram, string tenant, string endpoint)
    {
        var (counts, sum) = histogram.Read();
        var below = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            below += counts[i];
            var bound = i < LatencyHistogram.BoundsSeconds.Count ? LatencyHistogram.BoundsSeconds[i].ToString("R", CultureInfo.InvariantCulture) : "+Inf";
            Sample($"{name}_bucket", below, "tenant", tenant, "endpoint", endpoint, "le", bound);
        }

        Sample($"{name}_sum", sum.TotalSeconds, "tenant", tenant, "endpoint", endpoint);
        return Sample($"{name}_count", below, "tenant", tenant, "endpoint", endpoint);
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private void AppendEscaped(string value)
        => text.Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal));
}
