using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Grains.Tests.Firewalls;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Grains.Tests.Reviews;

/// <summary>What reviewers do to a simulated firewall.</summary>
internal static class Reviewing
{
    public static FollowUp Decision(string by, Decision decision, string key = "")
        => new(FollowUpKind.DecidedInReview, by) { Decision = decision, Text = "reason", Key = key };

    public static FollowUp Report(ReportedOutcome outcome) => new(FollowUpKind.OutcomeReported, "bank") { Outcome = outcome };

    public static Result<FollowUp> FollowUp(this SimulatedFirewall firewall, AssessmentAnswer assessment, FollowUp wanted)
        => firewall.Scheduler.Run(() => firewall.FollowUpAsync(assessment, wanted));

    public static Task<Result<FollowUp>> FollowUpAsync(this SimulatedFirewall firewall, AssessmentAnswer assessment, FollowUp wanted)
        => firewall.Silo.Services.GetRequiredService<TenantReviews>().FollowUpAsync(SimulatedFirewall.Tenant, assessment.Id(), wanted);

    /// <summary>Where an assessment stands, as somebody sees it who asks by its id.</summary>
    public static AssessmentStanding Standing(this SimulatedFirewall firewall, AssessmentAnswer assessment)
    {
        var found = firewall.Find(assessment.Id())!.Value;
        return found.GetStanding() ?? AssessmentStanding.Of(found.Decision(), []);
    }

    /// <summary>What waits, in the order of partitions and sequences.</summary>
    public static IReadOnlyList<WaitingReview> Queue(this SimulatedFirewall firewall) => firewall.Scheduler.Run(async () =>
    {
        var waiting = new List<WaitingReview>();
        await foreach (var queue in firewall.Silo.Services.GetRequiredService<TenantReviews>().ReadAsync(SimulatedFirewall.Tenant))
        {
            waiting.AddRange(queue.Reviews);
        }

        return waiting;
    });

    public static Result<PersonErasure> Erase(this SimulatedFirewall firewall, string customer) => firewall.Scheduler.Run(() =>
        firewall.Silo.Services.GetRequiredService<PersonEraser>().EraseAsync(SimulatedFirewall.Tenant, new Person(PaymentMember.CustomerId, Encoding.ASCII.GetBytes(customer)), default));

    public static long RecordCount(this SimulatedFirewall firewall)
        => firewall.Storage.Journal.GetPartitions(SimulatedFirewall.Tenant).Sum(partition => partition.LastSequence);
}
