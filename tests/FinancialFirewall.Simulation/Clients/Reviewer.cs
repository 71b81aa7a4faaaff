using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Decides what waits, cancels it, has it retried, claims it and writes notes about it, and reports what became of payments; also two at once, and what may not be.</summary>
internal sealed class Reviewer(World world, Random random)
{
    private const int MaximumAttempts = 4;
    private const int LatestLookedAt = 80;
    private static readonly string[] Decisions = ["APPROVE", "REJECT", "MANUAL_REVIEW", "HOLD", "ESCALATE"];
    private static readonly string[] Outcomes = ["EXECUTED", "FAILED", "RETURNED", "DISPUTED", "FRAUD", "LEGITIMATE"];

    private readonly Desk desk = new(world, random);

    /// <summary>Does something to an assessment that was answered; nothing where there is none.</summary>
    public async Task ActAsync(int tenant)
    {
        var answered = world.History.Attempts.TakeLast(LatestLookedAt).Where(attempt => attempt.Payment.Tenant == tenant && attempt.Answer is not null).Select(static attempt => attempt.Answer!).ToList();
        var waiting = answered.FindAll(static answer => answer.Decision is "MANUAL_REVIEW" or "HOLD" or "ESCALATE");
        var wanted = waiting.Count > 0 && random.Next(4) != 0 ? waiting : answered;
        if (wanted.Count == 0)
        {
            return;
        }

        var target = wanted[random.Next(wanted.Count)];
        Task[] acts = [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => ActAsync(tenant, target))];
        foreach (var act in acts)
        {
            await act;
        }
    }

    private Task ActAsync(int tenant, Answer target) => random.Next(8) switch
    {
        < 3 => DecideAsync(tenant, target, Decisions[random.Next(random.Next(3) == 0 ? Decisions.Length : 2)]),
        3 => DoAsync(tenant, target, "CANCELLED", "POST", $"/api/v1/fraud-risk/assessments/{target.Id}/cancel", static text => new JsonObject { ["reason"] = text }),
        4 => DoAsync(tenant, target, "RETRIED", "POST", $"/api/v1/fraud-risk/assessments/{target.Id}/retry", static text => new JsonObject { ["reason"] = text }),
        5 => DoAsync(tenant, target, "CLAIMED", "POST", $"/api/v1/reviews/{target.Id}/claim", static text => new JsonObject { ["reason"] = text }),
        6 => DoAsync(tenant, target, "NOTED", "POST", $"/api/v1/reviews/{target.Id}/notes", static text => new JsonObject { ["text"] = text }),
        _ => ReportAsync(tenant, target, Outcomes[random.Next(Outcomes.Length)]),
    };

    private Task DecideAsync(int tenant, Answer target, string decision) => DoAsync(
        tenant, target, "DECIDED_IN_REVIEW", "PUT", $"/api/v1/fraud-risk/assessments/{target.Id}/decision",
        text => new JsonObject { ["decision"] = decision, ["reason"] = text }, decision);

    private Task ReportAsync(int tenant, Answer target, string outcome) => DoAsync(
        tenant, target, "OUTCOME_REPORTED", "POST", "/api/v1/outcomes",
        text => new JsonObject { ["transactionReference"] = target.Reference, ["outcome"] = outcome, ["note"] = text, ["idempotencyKey"] = text }, outcome);

    private async Task DoAsync(int tenant, Answer target, string kind, string method, string path, Func<string, JsonObject> body, string? word = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"act {world.History.FollowUps.Count}");
        var act = world.History.Add(new FollowUpAct(tenant, target.Reference, kind, text, world.Step) { Word = word });
        for (var i = 0; i < MaximumAttempts; i++)
        {
            if (await desk.SendAsync(tenant, method, path, body(text).ToJsonString(), text) is { } response)
            {
                Take(act, response.Status, response.Json);
                return;
            }

            await world.Wait(TimeSpan.FromSeconds(random.Next(1, 30)));
        }
    }

    private void Take(FollowUpAct act, int status, JsonNode? json)
    {
        if (status == 200)
        {
            act.Take(world.Step);
        }
        else
        {
            act.Refuse(Desk.CodeOf(json));
        }
    }
}
