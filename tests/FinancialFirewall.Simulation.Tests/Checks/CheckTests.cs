using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulation.Checks;
using FinancialFirewall.Simulation.Faults;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Tests.Checks;

/// <summary>The checks find what they are for, in histories that are made up.</summary>
public sealed class CheckTests
{
    private readonly History history = new();
    private readonly List<string> drafts = [];

    [Fact]
    public void AnswerCheck_AnswerThatIsNotKept_IsFound()
    {
        Sent("p1", 100, answeredAt: 2);

        Assert.Equal("answers stay", Found(AnswerCheck.Check));
    }

    [Fact]
    public void AnswerCheck_TwoNewAnswersOfOneReference_AreFound()
    {
        Sent("p1", 100, answeredAt: 2);
        Sent("p1", 100, answeredAt: 3);

        Assert.Equal("one decision", Found(AnswerCheck.Check));
    }

    [Fact]
    public void LimitCheck_MoreThanADaysLimit_IsFound()
    {
        for (var i = 0; i < 5; i++)
        {
            Sent($"p{i}", 50_000, answeredAt: i);
        }

        Assert.Equal("limits", Found(LimitCheck.Check));
    }

    [Fact]
    public void LimitCheck_AsMuchAsTheLimit_IsRight()
    {
        for (var i = 0; i < 4; i++)
        {
            Sent($"p{i}", 50_000, answeredAt: i);
        }

        LimitCheck.Check(Evidence());
    }

    [Fact]
    public void WalkCheck_AnsweredPaymentOnNoPage_IsFound()
    {
        Sent("p1", 100, answeredAt: 2);
        history.Add(new Walk(0, null, StartedAt: 5, EndedAt: 6, []));

        Assert.Equal("cursors", Found(WalkCheck.Check));
    }

    [Fact]
    public void WalkCheck_PaymentOnTwoPages_IsFound()
    {
        Sent("p1", 100, answeredAt: 2);
        history.Add(new Walk(0, null, StartedAt: 5, EndedAt: 6, [("p1", 1), ("p1", 1)]));

        Assert.Equal("cursors", Found(WalkCheck.Check));
    }

    [Fact]
    public void ToggleCheck_PaymentLookedAtAfterTheCheckWasSwitchedOff_IsFound()
    {
        history.Add(new Change(0, null, 1) { IsEnabled = false }).Take(0, 2);
        Sent("p1", 100, answeredAt: 4, sentAt: 3);

        Assert.Equal("change holds", Found(ToggleCheck.Check));
    }

    [Fact]
    public void ToggleCheck_PaymentSentBeforeTheCheckWasSwitchedOff_IsRight()
    {
        history.Add(new Change(0, null, 1) { IsEnabled = false }).Take(0, 2);
        Sent("p1", 100, answeredAt: 4, sentAt: 1);

        ToggleCheck.Check(Evidence());
    }

    [Fact]
    public void DraftCheck_DiscardedDraftThatIsThere_IsFound()
    {
        history.Add(new DraftWork(0, "d1", "m1") { IsDiscardAsked = true, IsDiscarded = true });
        drafts.Add("d1");

        Assert.Equal("drafts", Found(DraftCheck.Check));
    }

    [Fact]
    public void DraftCheck_DraftGoneWithoutAnybodyAsking_IsFound()
    {
        history.Add(new DraftWork(0, "d1", "m1"));

        Assert.Equal("drafts", Found(DraftCheck.Check));
    }

    [Fact]
    public void Continues_EarlierFollowUpMissing_IsFalse()
    {
        var (one, both) = (Followed("a"), Followed("a", "b"));

        Assert.True(both.Continues(one));
        Assert.False(one.Continues(both));
        Assert.False(Followed("b", "a").Continues(one));
    }

    private static Answer Followed(params string[] texts)
    {
        var json = Json("p1");
        json["followUps"] = new JsonArray([.. texts.Select(static text => new JsonObject { ["text"] = text })]);
        return new Answer(json);
    }

    private static JsonObject Json(string reference) => new()
    {
        ["assessmentId"] = reference, ["transactionReference"] = reference, ["decision"] = "APPROVE", ["initialDecision"] = "APPROVE", ["policyVersion"] = 1,
        ["duplicate"] = false, ["assessedAt"] = "2026-03-02T12:00:00Z", ["fraudCheckEnabled"] = true,
    };

    private void Sent(string reference, int amountMinor, long answeredAt, long sentAt = 0)
    {
        history.Add(new Attempt(new Payment(0, reference, "A", amountMinor), sentAt)).Take(new Answer(Json(reference)), answeredAt);
    }

    private string Found(Action<Evidence> check) => Assert.Throws<Violation>(() => check(Evidence())).Check;

    private Evidence Evidence() => new()
    {
        Tenant = 0, Kinds = FaultKinds.None, History = history, Journal = [], Answers = new Dictionary<string, Answer>(StringComparer.Ordinal),
        Policies = new Dictionary<int, CompiledPolicy>(), TenantSince = default(Instant), Drafts = new HashSet<string>(drafts, StringComparer.Ordinal),
    };
}
