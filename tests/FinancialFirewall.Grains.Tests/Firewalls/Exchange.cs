using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Grains.Tests.Firewalls;

/// <summary>What was sent and what came back, payment by payment, and what must hold of it whatever the order was.</summary>
internal sealed class Exchange
{
    private readonly List<(TestPayment Payment, AssessmentAnswer Answer)> all = [];

    public IEnumerable<AssessmentAnswer> Decided => all.Select(one => one.Answer).Where(answer => answer.Refusal is null);

    public IEnumerable<Error> Refusals => all.Where(one => one.Answer.Refusal is not null).SelectMany(one => one.Answer.Refusal!);

    /// <summary>Sends batches at the same time and takes all answers in.</summary>
    public static Exchange AtOnce(SimulatedFirewall firewall, params IReadOnlyList<TestPayment[]> batches)
    {
        var exchange = new Exchange();
        var answers = firewall.AtOnce([.. batches.Select(batch => batch.Select(payment => payment.Json).ToArray())]);
        exchange.Add(batches.SelectMany(batch => batch), answers);
        return exchange;
    }

    public void Add(IEnumerable<TestPayment> payments, IEnumerable<AssessmentAnswer> answers) => all.AddRange(payments.Zip(answers));

    /// <summary>As <see cref="AssertNothingIsLost"/>, and each reference that was decided was decided for exactly one of those who sent it.</summary>
    /// <param name="firewall">The firewall that answered.</param>
    /// <param name="excused">What a payment may have been refused for besides.</param>
    public void AssertOneDecisionEach(SimulatedFirewall firewall, params string[] excused)
    {
        AssertNothingIsLost(firewall, excused);
        foreach (var same in Heard(excused).GroupBy(one => one.Payment.Reference, StringComparer.Ordinal))
        {
            Assert.Single(same, one => one.Answer is { Refusal: null, IsDuplicate: false });
        }
    }

    /// <summary>
    /// Each reference that was answered is kept once and found by reference and by id; every answer of its body is that record byte for byte, and every
    /// other body was refused with what differs. What nobody was answered for is not kept.
    /// </summary>
    /// <param name="firewall">The firewall that answered.</param>
    /// <param name="excused">What a payment may have been refused for besides: it is then as if it had not been sent.</param>
    public void AssertNothingIsLost(SimulatedFirewall firewall, params string[] excused)
    {
        var journal = JournalContent.Read(firewall);
        var heard = Heard(excused).ToLookup(one => one.Payment.Reference, StringComparer.Ordinal);
        foreach (var reference in all.Select(one => one.Payment.Reference).Distinct(StringComparer.Ordinal))
        {
            if (heard.Contains(reference))
            {
                var kept = journal.ByReference[reference];
                AssertKept(firewall, journal, kept);
                Assert.All(heard[reference], one => AssertAnswers(kept, one.Payment, one.Answer));
            }
            else
            {
                Assert.False(journal.ByReference.ContainsKey(reference), $"{reference} was refused and is kept.");
                Assert.Null(firewall.Find(reference));
            }
        }
    }

    /// <summary>What was answered is found by reference and by id, byte for byte.</summary>
    public static void AssertKept(SimulatedFirewall firewall, JournalContent journal, AssessmentAnswer answer)
    {
        Assert.Equal(answer.Bytes(), journal.ByReference[answer.Reference()].Bytes());
        Assert.Equal(answer.Bytes(), firewall.Find(answer.Reference())?.Bytes());
        Assert.Equal(answer.Bytes(), firewall.Find(answer.Id())?.Bytes());
    }

    private static void AssertAnswers(AssessmentAnswer kept, TestPayment payment, AssessmentAnswer answer)
    {
        var first = kept.ToPayment() with { More = payment.More };
        if (payment == first)
        {
            Assert.True(answer.Refusal is null, $"{payment.Json} was refused: {answer.Refusal?[0].Message}");
            Assert.Equal(kept.Bytes(), answer.Bytes());
        }
        else
        {
            Assert.Equal(first.DifferencesTo(payment).Order(), (answer.Refusal ?? []).Select(error => error.Member).Order());
            Assert.All(answer.Refusal!, error => Assert.Equal((ErrorKind.Conflict, "REFERENCE_REUSED"), (error.Kind, error.Code)));
        }
    }

    private IEnumerable<(TestPayment Payment, AssessmentAnswer Answer)> Heard(string[] excused)
        => all.Where(one => one.Answer.Refusal is not [var first, ..] || !excused.Contains(first.Code));
}
