using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

public sealed class RuleProgramTests
{
    private static readonly Instant Now = new(1_772_323_200L * Instant.MicrosecondsPerSecond);

    [Fact]
    public void Run_RulesThatNameTheScore_SeeTheScoreOfTheRulesBefore()
    {
        var program = RuleProgram.Compile<Recorder>(
            [Condition("amount > 100"), Condition("riskScore >= 0.25"), Condition("riskScore >= 0.5"), Condition("riskScore >= 0.75")],
            Context([]));
        var recorder = new Recorder(4);

        program.Run(Frame(), recorder);

        Assert.Equal([Truth.True, Truth.True, Truth.True, Truth.True], recorder.Truths);
        Assert.Equal(new Score(10_000), Frame(recorder).RiskScore);
    }

    [Fact]
    public void Run_AThousandRules_GivesEachItsTruthInOrder()
    {
        var conditions = Enumerable.Range(0, 1_000).Select(i => Build.Compare(Build.Member(PaymentMember.Amount), ComparisonOperator.Greater, Build.Number(i)));
        var recorder = new Recorder(1_000);

        RuleProgram.Compile<Recorder>(conditions, Context([])).Run(Frame(), recorder);

        Assert.Equal(Enumerable.Range(0, 1_000).Select(static i => i < 500 ? Truth.True : Truth.False), recorder.Truths);
    }

    [Fact]
    public void Compile_ADisjunctionOfFiveThousandTexts_IsOneConditionLikeAListOfThem()
    {
        var texts = Enumerable.Range(0, 5_000).Select(static i => $"bot-{i:0000}").ToArray();
        var anyOf = ExpressionCompiler.Compile(Build.Or(texts.Select(static text => Build.ContainsIgnoreCase(Build.Member(PaymentMember.UserAgent), text))), Context([]));
        var isIn = ExpressionCompiler.Compile(Build.In(Build.Member(PaymentMember.UserAgent), Build.List(texts)), Context([]));

        Assert.Equal(Truth.True, anyOf(Frame("BOT-4999")));
        Assert.Equal(Truth.True, isIn(Frame("bot-4999")));
        Assert.Equal(Truth.False, anyOf(Frame("bot_4999")));
        Assert.Equal(Truth.False, isIn(Frame("BOT-4999")));
    }

    [Fact]
    public void Run_EveryKindOfCondition_AllocatesNothing()
    {
        var conditions = new[]
        {
            "amount > 100 and originalAmount / 3 < 1000.5", "country == 'DE' or country in ['FR', 'NL'] or fromCountry != toCountry", "userAgent matches '[a-z ]+'",
            "containsIgnoreCase(userAgent, 'CURL')", "hour(initiatedAt, 'Europe/Berlin') between 9 and 17", "weekday(initiatedAt, 'UTC') in ['SAT', 'SUN']",
            "ipAddress in ['10.0.0.0/8', '2001:db8::/32']", "country in @highRisk", "accountAge < 30d and assessedAt - initiatedAt > 5m", "not exists(deviceId)",
            "count(payments, 24h) > 5 and average(amount, 7d) * 3 < amount", "last(currency, 30d) == currency and last(country, 7d) != country", "kind == 'PAYMENT' and cardPresent",
        }.Select(static text => Condition(text)).ToArray();
        var aggregates = conditions.SelectMany(static condition => ExpressionLeaves.Aggregates(condition)).Distinct().ToList();
        var program = RuleProgram.Compile<Recorder>(conditions, Context(aggregates));
        var (frame, recorder) = (Frame(), new Recorder(conditions.Length));
        for (var slot = 0; slot < aggregates.Count; slot++)
        {
            frame.Aggregates[slot] = aggregates[slot].IsOverText
                ? new(AggregateKind.Text, Saturated: false, 0, 1, "FR"u8.ToArray())
                : AggregateValue.OfNumber(aggregates[slot].Form == ArgumentForm.Currency ? ('E' << 16) | ('U' << 8) | 'R' : 7);
        }

        Assert.Equal(0, Allocation.LeastOfThousand(() => program.Run(frame, recorder)));
        Assert.Equal(
            [Truth.True, Truth.True, Truth.True, Truth.True, Truth.False, Truth.True, Truth.True, Truth.True, Truth.True, Truth.True, Truth.True, Truth.True, Truth.True],
            recorder.Truths);
    }

    [Fact]
    public void Compile_AListThatIsNotThere_IsABug()
        => Assert.Throws<KeyNotFoundException>(() => ExpressionCompiler.Compile(Condition("country in @gone"), new(2, static _ => 0, static name => throw new KeyNotFoundException(name))));

    private static Expression Condition(string text) => ExpressionParser.Parse(text).Value;

    private static CompilationContext Context(List<AggregateExpression> aggregates) => new(2, aggregates.IndexOf, static _ => 0);

    private static EvaluationFrame Frame(Recorder recorder) => recorder.Frame!;

    // Sunday, 2026-03-01, one minute past midnight in UTC; 500.00 EUR.
    private static EvaluationFrame Frame(string userAgent = "curl")
    {
        var bytes = new PackedPaymentBuilder().Amount(50_000).Currency().Kind(PaymentKind.Payment).CardPresent(value: true)
            .Text(PaymentMember.Country, "DE").Text(PaymentMember.FromCountry, "DE").Text(PaymentMember.ToCountry, "FR")
            .Text(PaymentMember.UserAgent, userAgent).Text(PaymentMember.IpAddress, "10.1.2.3")
            .InitiatedAt(Now.Plus(TimeSpan.FromMinutes(1))).FromAccountOpenedAt(Now).Build();
        var frame = new EvaluationFrame { Lists = [new OneEntry()] };
        frame.Load(bytes, 0, bytes.Length, Now.Plus(TimeSpan.FromMinutes(10)));
        frame.SetCurrency("EUR", 2);
        frame.HasBaseAmount = true;
        frame.BaseAmountMinor = 50_000;
        return frame;
    }

    private sealed class Recorder(int count) : TruthRecorder
    {
        public Truth[] Truths { get; } = new Truth[count];

        public EvaluationFrame? Frame { get; private set; }

        public override void Record(EvaluationFrame frame, int index, Truth truth)
        {
            Frame = frame;
            Truths[index] = truth;
            frame.RiskScore = new(Math.Min(Score.One, frame.RiskScore.TenThousandths + (truth == Truth.True ? 2_500 : 0)));
        }
    }

    private sealed class OneEntry : ListMatcher
    {
        public override bool Contains(ReadOnlySpan<byte> utf8, Instant at) => at > Now && utf8.SequenceEqual("DE"u8);
    }
}
