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

    /// <summary>
    /// Each reference has one decision, which every repetition gives byte for byte and every other body is refused with what differs; it is what the
    /// journal holds and what is found by reference and by id.
    /// </summary>
    /// <param name="firewall">The firewall that answered.</param>
    /// <param name="excused">What a payment may have been refused for besides: it is then as if it had not been sent.</param>
    public void AssertOneDecisionEach(SimulatedFirewall firewall, params string[] excused)
    {
        var journal = JournalContent.Read(firewall);
        foreach (var same in all.GroupBy(one => one.Payment.Reference, StringComparer.Ordinal))
        {
            var heard = same.Where(one => one.Answer.Refusal is not [var first, ..] || !excused.Contains(first.Code)).ToList();
            if (heard.Count == 0)
            {
                Assert.False(journal.ByReference.ContainsKey(same.Key), $"{same.Key} was refused and is kept.");
                Assert.Null(firewall.Find(same.Key));
                continue;
            }

            var (winner, decided) = Assert.Single(heard, one => one.Answer is { Refusal: null, IsDuplicate: false });
            Assert.Equal((winner.Account, winner.Amount * 100L), (decided.Account(), decided.AmountMinor()));
            AssertKept(firewall, journal, decided);
            Assert.All(heard.Where(one => !one.Answer.Equals(decided)), one => AssertRepeated(winner, decided, one.Payment, one.Answer));
        }
    }

    /// <summary>What was answered is found by reference and by id, byte for byte.</summary>
    public static void AssertKept(SimulatedFirewall firewall, JournalContent journal, AssessmentAnswer answer)
    {
        Assert.Equal(answer.Bytes(), journal.ByReference[answer.Reference()].Bytes());
        Assert.Equal(answer.Bytes(), firewall.Find(answer.Reference())?.Bytes());
        Assert.Equal(answer.Bytes(), firewall.Find(answer.Id())?.Bytes());
    }

    private static void AssertRepeated(TestPayment winner, AssessmentAnswer decided, TestPayment payment, AssessmentAnswer answer)
    {
        if (payment == winner)
        {
            Assert.True(answer.IsDuplicate, $"{payment} was refused: {answer.Refusal?[0].Message}");
            Assert.Equal(decided.Bytes(), answer.Bytes());
        }
        else
        {
            Assert.Equal(winner.DifferencesTo(payment).Order(), (answer.Refusal ?? []).Select(error => error.Member).Order());
            Assert.All(answer.Refusal!, error => Assert.Equal((ErrorKind.Conflict, "REFERENCE_REUSED"), (error.Kind, error.Code)));
        }
    }
}
