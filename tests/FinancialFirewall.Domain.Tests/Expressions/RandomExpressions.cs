using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;
using ValueType = FinancialFirewall.Domain.Expressions.ValueType;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>Makes random trees that name every part of the language, with constants near the values that <see cref="RandomFrames"/> makes.</summary>
internal sealed class RandomExpressions(Random random)
{
    public static readonly string[] Texts = ["DE", "FR", "de", "Berlin", "a", "ab", "abc", "Zoë ☂", "SAT", "PAYMENT", "REFUND", "BANK_CLIENT", "EUR", "JPY", "10.1.2.3", "2001:db8::1"];
    public static readonly string[] ListNames = ["highRisk", "watch-1"];
    private static readonly string[] Patterns = ["[A-Z]{2}", "a.*", "(?:ab|abc)", "[^a]+", "[a-zë☂ ]+", ".", "10\\..*", ""];
    private static readonly string[] Ranges = ["10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "2001:db8::/32", "::/0", "192.168.0.0/16", "fe80::/10"];
    private static readonly ZoneRules[] Zones = [ZoneRules.Utc, ZoneRules.Find("Europe/Berlin")!, ZoneRules.Find("America/St_Johns")!, ZoneRules.Find("Asia/Kathmandu")!];
    private static readonly PaymentMember[] TextMembers = [.. Enum.GetValues<PaymentMember>().Where(static m => m is not (PaymentMember.Metadata or PaymentMember.Amount or PaymentMember.Latitude or PaymentMember.Longitude or PaymentMember.CardPresent or PaymentMember.RequestedExecutionDate or PaymentMember.FromAccountOpenedAt or PaymentMember.InitiatedAt))];
    private static readonly PaymentMember[] TimeMembers = [PaymentMember.InitiatedAt, PaymentMember.FromAccountOpenedAt, PaymentMember.RequestedExecutionDate];
    private readonly Random random = random;
    private bool inFilter;

    /// <summary>A condition of at most <paramref name="depth"/> + 4 levels.</summary>
    public Expression Condition(int depth) => random.Next(depth <= 0 ? 8 : 12) switch
    {
        0 => Compare(depth, Number),
        1 => Compare(depth, Number),
        2 => Build.Compare(Text(), Equality(), Text()),
        3 => CompareTimes(depth),
        4 => Membership(depth),
        5 => TextTest(),
        6 => random.Next(3) switch { 0 => Build.Member(PaymentMember.CardPresent), 1 => Build.Exists(Leaf()), _ => Between(depth) },
        7 => Scaled(),
        8 => Build.Not(Condition(depth - 1)),
        9 => Build.And(Items(depth)),
        10 => Build.Or(Items(depth)),
        _ => Build.Compare(Condition(depth - 1), Equality(), random.Next(2) == 0 ? Build.Truth(random.Next(2) == 0) : Condition(depth - 1)),
    };

    private T Pick<T>(params ReadOnlySpan<T> items) => items[random.Next(items.Length)];

    private ComparisonOperator Equality() => Pick(ComparisonOperator.Equal, ComparisonOperator.NotEqual);

    private Expression[] Items(int depth)
    {
        var items = new Expression[random.Next(5)];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Condition(depth - 1);
        }

        return items;
    }

    private ComparisonExpression Compare(int depth, Func<int, Expression> value)
        => Build.Compare(value(depth - 1), Pick(Enum.GetValues<ComparisonOperator>()), value(depth - 1));

    // The shapes that the compiler turns into comparisons of whole numbers.
    private ComparisonExpression Scaled()
    {
        var left = random.Next(3) switch
        {
            0 => Build.Member(PaymentMember.Amount),
            1 when !inFilter => Build.Variable(PaymentVariable.RiskScore),
            1 => Build.Member(PaymentMember.Amount),
            _ => inFilter ? Build.Member(PaymentMember.Latitude) : (Expression)Aggregate(ValueType.Number),
        };
        var right = Constant();
        return random.Next(2) == 0
            ? Build.Compare(left, Pick(Enum.GetValues<ComparisonOperator>()), right)
            : Build.Compare(right, Pick(Enum.GetValues<ComparisonOperator>()), left);
    }

    private NumberLiteral Constant() => Build.Number(random.Next(8) switch
    {
        0 => 0,
        1 => random.Next(-3, 4),
        2 => random.Next(-300, 300) / 100m,
        3 => random.Next(0, 20_000) / 10_000m,
        4 => Pick(9_223_372_036_854_775_807m, -92_233_720_368_547_758.08m, 9_999_999_999_999_999_999m, -1e27m),
        5 => Pick(0.0000000000000000000000000007m, 1.000000000000000000000000001m, -0.005m),
        _ => random.Next(-2_000, 2_000),
    });

    private Expression Number(int depth) => random.Next(depth <= 0 ? 5 : 8) switch
    {
        0 => Constant(),
        1 => Build.Member(PaymentMember.Amount),
        2 => random.Next(3) switch { 0 => Build.OriginalAmount, 1 => Build.Member(PaymentMember.Latitude), _ => Build.Member(PaymentMember.Longitude) },
        3 => inFilter ? Constant() : Build.Variable(PaymentVariable.RiskScore),
        4 => inFilter ? Build.Hour(Build.Member(Pick(TimeMembers)), Pick(Zones)) : Aggregate(ValueType.Number),
        5 => Build.Negate(Number(depth - 1)),
        6 => Build.Hour(Build.Member(Pick(TimeMembers)), Pick(Zones)),
        _ => Build.Compute(Number(depth - 1), Pick(Enum.GetValues<ArithmeticOperator>()), Number(depth - 1)),
    };

    private Expression Text() => random.Next(7) switch
    {
        0 or 1 => Build.Text(Pick(Texts)),
        2 when !inFilter => Aggregate(ValueType.Text),
        3 => random.Next(3) == 0 ? Build.Weekday(Build.Member(Pick(TimeMembers)), Pick(Zones)) : Build.Text(Pick(Texts)),
        4 => Build.Member(Pick(PaymentMember.Currency, PaymentMember.Kind, PaymentMember.PaymentSource, PaymentMember.IpAddress)),
        _ => Build.Member(Pick(TextMembers)),
    };

    private ComparisonExpression CompareTimes(int depth)
    {
        var comparison = Pick(Enum.GetValues<ComparisonOperator>());
        return random.Next(3) switch
        {
            0 => Build.Compare(Time(depth), comparison, RandomTime()),
            1 => Build.Compare(Time(depth), comparison, Time(depth)),
            _ => Build.Compare(Duration(depth), comparison, Duration(depth)),
        };
    }

    private TimeLiteral RandomTime() => Build.Time(new Instant(RandomFrames.AnyTime(random)));

    private Expression Time(int depth) => random.Next(depth <= 0 ? 3 : 5) switch
    {
        0 => Build.Variable(PaymentVariable.AssessedAt),
        1 or 2 => Build.Member(Pick(TimeMembers)),
        3 => Build.Compute(Time(depth - 1), Pick(ArithmeticOperator.Add, ArithmeticOperator.Subtract), Duration(depth - 1)),
        _ => inFilter ? Build.Member(PaymentMember.InitiatedAt) : Aggregate(ValueType.Time),
    };

    private Expression Duration(int depth) => random.Next(depth <= 0 ? 2 : 6) switch
    {
        0 => Build.Duration(Pick(0, 1, -60, 3_600, 86_400 * random.Next(60), DurationLiteral.MaximumSeconds)),
        1 => inFilter ? Build.Duration(60) : Build.Variable(Pick(PaymentVariable.AccountAge, PaymentVariable.TenantAge)),
        2 => Build.Negate(Duration(depth - 1)),
        3 => Build.Compute(Duration(depth - 1), Pick(ArithmeticOperator.Add, ArithmeticOperator.Subtract), Duration(depth - 1)),
        _ => Build.Compute(Time(depth - 1), ArithmeticOperator.Subtract, Time(depth - 1)),
    };

    private BetweenExpression Between(int depth) => random.Next(3) switch
    {
        0 => Build.Between(Number(depth - 1), Number(depth - 1), Number(depth - 1)),
        1 => Build.Between(Time(depth - 1), RandomTime(), RandomTime()),
        _ => Build.Between(RandomTime(), RandomTime(), Time(depth - 1)),
    };

    private InExpression Membership(int depth) => random.Next(6) switch
    {
        0 => Build.In(Number(depth - 1), Build.List(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Constant()))),
        1 => Build.In(Text(), Build.NamedList(Pick(ListNames))),
        2 => Build.In(Build.Member(PaymentMember.IpAddress), Build.List(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Ranges)))),
        3 => Build.In(Time(depth - 1), Build.List(RandomTime(), RandomTime())),
        4 => Build.In(Duration(depth - 1), Build.List(Build.Duration(60), Build.Duration(0))),
        _ => TextIn(),
    };

    private InExpression TextIn()
    {
        var operand = Text();
        var isAddress = operand is MemberExpression { Member: PaymentMember.IpAddress };
        return Build.In(operand, Build.List(Enumerable.Range(0, random.Next(1, 12)).Select(_ => isAddress ? Pick(Ranges) : Pick(Texts))));
    }

    private Expression TextTest() => random.Next(4) switch
    {
        0 => Build.StartsWith(Text(), Text()),
        1 => Build.Contains(Text(), Text()),
        2 => Build.ContainsIgnoreCase(Text(), Pick("d", "BERLIN", "zOË", "", "AB")),
        _ => Build.Matches(Text(), Pick(Patterns)),
    };

    private Expression Leaf() => random.Next(4) switch
    {
        0 => Build.Member(Pick(Enum.GetValues<PaymentMember>().Where(static m => m != PaymentMember.Metadata).ToArray())),
        1 when !inFilter => Build.Variable(Pick(Enum.GetValues<PaymentVariable>())),
        2 when !inFilter => Aggregate(Pick(ValueType.Number, ValueType.Text)),
        _ => Build.OriginalAmount,
    };

    private AggregateExpression Aggregate(ValueType type)
    {
        var numbers = Pick(Build.OriginalAmount, Build.Member(PaymentMember.Amount), Build.Member(PaymentMember.Latitude));
        var (function, argument) = (type, random.Next(4)) switch
        {
            (ValueType.Number, 0) => (AggregateFunction.Count, null),
            (ValueType.Number, 1) => (AggregateFunction.Distinct, Build.Member(Pick(TextMembers))),
            (ValueType.Number, 2) => (AggregateFunction.Average, numbers),
            (ValueType.Number, _) => (Pick(AggregateFunction.Sum, AggregateFunction.Min, AggregateFunction.Max, AggregateFunction.Last), numbers),
            (ValueType.Time, _) => (AggregateFunction.Last, Build.Member(Pick(TimeMembers))),
            _ => (AggregateFunction.Last, (MemberExpression?)Build.Member(Pick(TextMembers))),
        };
        inFilter = true;
        var filter = random.Next(4) == 0 ? Condition(1) : null;
        inFilter = false;
        return Build.Aggregate(function, argument, Pick(1, 600, 3_600, 86_400, 90 * 86_400), Pick(Enum.GetValues<AggregateKey>()), filter);
    }
}
