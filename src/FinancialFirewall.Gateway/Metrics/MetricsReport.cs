using System.Reflection;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Health;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Grains.Hosting;
using FinancialFirewall.Grains.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Metrics;

/// <summary>Writes all metrics. docs/operations.md says what each means and when to worry.</summary>
internal sealed class MetricsReport(AssessmentMetrics metrics, FirewallStatus status, JournalHealth health, IServiceProvider services)
{
    private static readonly Decision[] Decisions = Enum.GetValues<Decision>();

    private static readonly string Version
        = typeof(MetricsReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>The metrics as they are now.</summary>
    public string Write()
    {
        var text = new PrometheusText();
        WriteProcess(text);
        WriteJournal(text);
        WriteArchive(text);
        WriteRetention(text);
        WriteTenants(text);
        WriteSite(text, services.GetService<SiteProbe>()?.Look());
        return text.ToString();
    }

    private void WriteProcess(PrometheusText text) => text
        .Family("firewall_build_info", "gauge", "Always 1; the label says which version runs.")
        .Sample("firewall_build_info", 1, "version", Version)
        .Family("firewall_ready", "gauge", "1 when recovered and the journal is healthy.")
        .Sample("firewall_ready", health.IsRecovered && health.IsHealthy ? 1 : 0)
        .Family("firewall_recovery_seconds", "gauge", "How long recovery took at the last start.")
        .Sample("firewall_recovery_seconds", status.RecoveryTime.TotalSeconds);

    private void WriteJournal(PrometheusText text)
    {
        var journal = status.Journal;
        text.Family("firewall_journal_commits_total", "counter", "Commits that are on disk.")
            .Sample("firewall_journal_commits_total", journal.Commits)
            .Family("firewall_journal_fsyncs_total", "counter", "Flushes of log files.")
            .Sample("firewall_journal_fsyncs_total", journal.Flushes)
            .Family("firewall_journal_bytes_total", "counter", "Bytes written, headers included.")
            .Sample("firewall_journal_bytes_total", journal.Bytes)
            .Family("firewall_journal_records_total", "counter", "Records committed.")
            .Sample("firewall_journal_records_total", journal.Records)
            .Family("firewall_journal_fsync_seconds_total", "counter", "Time that all flushes took together.")
            .Sample("firewall_journal_fsync_seconds_total", journal.FlushTime.TotalSeconds)
            .Family("firewall_journal_fsync_seconds_max", "gauge", "Time that the slowest flush took.")
            .Sample("firewall_journal_fsync_seconds_max", journal.LongestFlush.TotalSeconds)
            .Family("firewall_journal_healthy", "gauge", "1 while the journal accepts records.")
            .Sample("firewall_journal_healthy", health.IsHealthy ? 1 : 0);
    }

    private static void WriteSite(PrometheusText text, SiteView? site)
    {
        if (site is not null)
        {
            text.Family("firewall_site_term", "gauge", "The term in which this site leads or follows; the label says which.")
                .Sample("firewall_site_term", site.Term, "role", site.Role)
                .Family("firewall_site_well", "gauge", "1 while the site can answer as it should.")
                .Sample("firewall_site_well", site.IsWell ? 1 : 0)
                .Family("firewall_site_connected", "gauge", "1 while the other site is heard of.")
                .Sample("firewall_site_connected", site.IsConnected ? 1 : 0)
                .Family("firewall_site_lag_commits", "gauge", "Commits that the follower does not have.")
                .Sample("firewall_site_lag_commits", site.LagCommits)
                .Family("firewall_site_lag_records", "gauge", "Records that the follower does not have, of those that were answered.")
                .Sample("firewall_site_lag_records", site.LagRecords)
                .Family("firewall_site_lag_bytes", "gauge", "Bytes of the journal that the follower does not have, at least.")
                .Sample("firewall_site_lag_bytes", site.LagBytes)
                .Family("firewall_site_lag_seconds", "gauge", "For how long something has been missing at the follower, or nothing was heard.")
                .Sample("firewall_site_lag_seconds", site.LagSeconds);
        }
    }

    private void WriteRetention(PrometheusText text)
    {
        var counters = services.GetRequiredService<RetentionKeeper>().Counters;
        text.Family("firewall_retention_removed_records_total", "counter", "Records removed because they were too old.")
            .Sample("firewall_retention_removed_records_total", counters.Records)
            .Family("firewall_retention_removed_bytes_total", "counter", "Bytes of segments removed because their records were too old.")
            .Sample("firewall_retention_removed_bytes_total", counters.Bytes)
            .Family("firewall_retention_last_run_timestamp_seconds", "gauge", "When old records of all tenants were last looked for; 0 before the first time.")
            .Sample("firewall_retention_last_run_timestamp_seconds", counters.LastRun.UnixSeconds);
    }

    private void WriteArchive(PrometheusText text)
    {
        var archive = status.Archive;
        text.Family("firewall_archive_waiting_files", "gauge", "Complete log files that wait to be moved into segments.")
            .Sample("firewall_archive_waiting_files", archive.WaitingFiles)
            .Family("firewall_archive_recent_records", "gauge", "Records that are only in the log, with their indexes in memory.")
            .Sample("firewall_archive_recent_records", archive.RecentRecords)
            .Family("firewall_archive_segments", "gauge", "Segments of all tenants.")
            .Sample("firewall_archive_segments", archive.Segments)
            .Family("firewall_archive_segment_bytes", "gauge", "Length of all segments.")
            .Sample("firewall_archive_segment_bytes", archive.SegmentBytes)
            .Family("firewall_archive_healthy", "gauge", "1 unless moving failed last time.")
            .Sample("firewall_archive_healthy", archive.Failure is null ? 1 : 0);
    }

    private void WriteTenants(PrometheusText text)
    {
        text.Family("firewall_payments_total", "counter", "New payments decided, by decision.");
        foreach (var (tenant, counted) in metrics.Tenants)
        {
            foreach (var decision in Decisions)
            {
                text.Sample("firewall_payments_total", counted.Decided(decision), "tenant", tenant.Name, "decision", AnswerNames.Of(decision));
            }
        }

        text.Family("firewall_duplicates_total", "counter", "Payments that were answered with their first answer.");
        WriteEach(text, "firewall_duplicates_total", static counted => counted.Duplicates);
        text.Family("firewall_degraded_total", "counter", "Decisions that lacked something they should have looked at.");
        WriteEach(text, "firewall_degraded_total", static counted => counted.Degraded);
        text.Family("firewall_refusals_total", "counter", "Payments that were refused, by the code of the leading reason.");
        foreach (var (tenant, counted) in metrics.Tenants)
        {
            foreach (var (code, count) in counted.Refusals)
            {
                text.Sample("firewall_refusals_total", count, "tenant", tenant.Name, "code", code);
            }
        }

        text.Family("firewall_assessment_seconds", "histogram", "From arrival to answer, fsync included; of a batch, from a group's reading to its answers.");
        foreach (var (tenant, counted) in metrics.Tenants)
        {
            text.Histogram("firewall_assessment_seconds", counted.Single, tenant.Name, "single")
                .Histogram("firewall_assessment_seconds", counted.Batch, tenant.Name, "batch");
        }
    }

    private void WriteEach(PrometheusText text, string name, Func<TenantMetrics, long> value)
    {
        foreach (var (tenant, counted) in metrics.Tenants)
        {
            text.Sample(name, value(counted), "tenant", tenant.Name);
        }
    }
}
