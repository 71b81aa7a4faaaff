using System.Numerics;
using System.Text;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Expressions;

/// <summary>Makes the same random payment twice: packed into a frame for the compiler, and as plain facts for the naive interpreter.</summary>
internal sealed class RandomFrames(Random random, IReadOnlyList<AggregateExpression> aggregates, IReadOnlyDictionary<string, HashSet<string>> lists)
{
    private const long Second = Instant.MicrosecondsPerSecond;
    private readonly PackedPaymentBuilder payment = new();
    private readonly NaiveFacts facts = new() { Lists = new(lists, StringComparer.Ordinal) };

    /// <summary>A time between 1971 and 2068, often with a round second, in microseconds.</summary>
    public static long AnyTime(Random random)
        => random.Next(4) == 0 ? random.NextInt64(31_536_000, 3_124_224_000) * Second : 1_772_323_200L * Second + (random.NextInt64(-100_000, 100_000) * Second / 2);

    public NaiveFacts Fill(EvaluationFrame frame)
    {
        Texts();
        Others();
        var assessedAt = AnyTime(random);
        facts.Values["assessedAt"] = (BigInteger)assessedAt;
        var bytes = payment.Build();
        var start = random.Next(3);
        frame.Load([.. new byte[start], .. bytes, 0xFF], start, bytes.Length, new(assessedAt));
        Amounts(frame);
        Account(frame, assessedAt);
        for (var slot = 0; slot < aggregates.Count; slot++)
        {
            frame.Aggregates[slot] = Aggregate(aggregates[slot]);
        }

        return facts;
    }

    private bool Often => random.Next(5) != 0;

    private void Texts()
    {
        foreach (var member in Enum.GetValues<PaymentMember>())
        {
            if ((PackedPayment.FixedMembers & (1UL << (int)member)) != 0 || member == PaymentMember.Metadata || !Often)
            {
                continue;
            }

            var text = member == PaymentMember.IpAddress
                ? random.Next(4) switch { 0 => "10.1.2.3", 1 => "192.168.7.1", 2 => "2001:db8::1", _ => "fe80::1:2" }
                : RandomExpressions.Texts[random.Next(RandomExpressions.Texts.Length)];
            payment.Text(member, text);
            facts.Values[Name(member)] = text;
        }
    }

    private void Others()
    {
        if (Often)
        {
            var kind = (PaymentKind)random.Next(1, 8);
            payment.Kind(kind);
            facts.Values["kind"] = kind == PaymentKind.AccountVerification ? "ACCOUNT_VERIFICATION" : kind.ToString().ToUpperInvariant();
        }

        if (Often)
        {
            var source = (PaymentSource)random.Next(1, 3);
            payment.Source(source);
            facts.Values["paymentSource"] = source == PaymentSource.BankClient ? "BANK_CLIENT" : "CLEARING_SYSTEM";
        }

        if (Often)
        {
            var value = random.Next(2) == 0;
            payment.CardPresent(value);
            facts.Values["cardPresent"] = value;
        }

        Coordinate(PaymentMember.Latitude, payment.Latitude);
        Coordinate(PaymentMember.Longitude, payment.Longitude);
        Time(PaymentMember.InitiatedAt, payment.InitiatedAt);
        Time(PaymentMember.FromAccountOpenedAt, payment.FromAccountOpenedAt);
        if (Often)
        {
            var day = random.Next(400, 36_000);
            payment.RequestedExecutionDay(day);
            facts.Values["requestedExecutionDate"] = (BigInteger)day * 86_400 * Second;
        }
    }

    private void Coordinate(PaymentMember member, Func<int, PackedPaymentBuilder> set)
    {
        if (Often)
        {
            var degrees = random.Next(-180_000_000, 180_000_000) / (random.Next(2) == 0 ? 1 : 1_000_000);
            set(degrees);
            facts.Values[Name(member)] = degrees / 1_000_000m;
        }
    }

    private void Time(PaymentMember member, Func<Instant, PackedPaymentBuilder> set)
    {
        if (Often)
        {
            var time = AnyTime(random);
            set(new(time));
            facts.Values[Name(member)] = (BigInteger)time;
        }
    }

    private void Amounts(EvaluationFrame frame)
    {
        if (!Often)
        {
            return;
        }

        var (code, decimals) = random.Next(3) switch { 0 => ("EUR", 2), 1 => ("JPY", 0), _ => ("CLF", 4) };
        var minor = random.Next(6) switch { 0 => 0, 1 => long.MaxValue, 2 => random.Next(3), _ => random.Next(300_000) };
        payment.Amount(minor).Currency();
        var bytes = payment.Build();
        frame.Load(bytes, 0, bytes.Length, frame.AssessedAt);
        facts.Values["originalAmount"] = Unknown.Value;
        facts.Values["currency"] = Unknown.Value;
        facts.Values["amount"] = Unknown.Value;
        if (Often)
        {
            frame.SetCurrency(code, decimals);
            facts.Values["originalAmount"] = minor / Scale(decimals);
            facts.Values["currency"] = code;
        }

        if (Often)
        {
            frame.HasBaseAmount = true;
            frame.BaseAmountMinor = minor == long.MaxValue ? minor : minor + random.Next(2);
            facts.Values["amount"] = frame.BaseAmountMinor / 100m;
        }
    }

    private void Account(EvaluationFrame frame, long assessedAt)
    {
        frame.TenantSince = new(AnyTime(random));
        frame.AccountFirstSeen = Often ? new(AnyTime(random)) : frame.TenantSince;
        frame.DeviceIsNew = random.Next(2) == 0;
        frame.RiskScore = new(random.Next(3) == 0 ? random.Next(3) * 5_000 : random.Next(10_001));
        facts.Values["deviceIsNew"] = frame.DeviceIsNew;
        facts.Values["riskScore"] = frame.RiskScore.TenThousandths / 10_000m;
        facts.Values["tenantAge"] = (BigInteger)assessedAt - frame.TenantSince.UnixMicroseconds;
        if (facts["fromAccountOpenedAt"] is BigInteger opened)
        {
            facts.Values["accountAge"] = assessedAt - opened;
        }
        else if (frame.AccountFirstSeen.UnixMicroseconds > frame.TenantSince.UnixMicroseconds)
        {
            facts.Values["accountAge"] = (BigInteger)assessedAt - frame.AccountFirstSeen.UnixMicroseconds;
        }
    }

    private AggregateValue Aggregate(AggregateExpression aggregate)
    {
        switch (random.Next(6))
        {
            case 0 when aggregate.Function is not (AggregateFunction.Count or AggregateFunction.Distinct):
                return AggregateValue.Absent;
            case 1:
                facts.Values[aggregate.Id] = Unknown.Value;
                return AggregateValue.Unknown;
            default:
                var (value, fact) = Present(aggregate);
                facts.Values[aggregate.Id] = fact;
                return value;
        }
    }

    private (AggregateValue Value, object Fact) Present(AggregateExpression aggregate)
    {
        var small = (long)random.Next(-200_000, 200_000);
        var text = RandomExpressions.Texts[random.Next(RandomExpressions.Texts.Length)];
        return aggregate.Function switch
        {
            AggregateFunction.Count or AggregateFunction.Distinct => (AggregateValue.OfNumber(Math.Abs(small) % 7), (decimal)(Math.Abs(small) % 7)),
            AggregateFunction.Average => new AggregateValue(AggregateKind.Number, Saturated: false, small, random.Next(1, 9), default) is var average
                ? (average, small / Scale(Decimals(aggregate)) / average.Denominator)
                : default,
            AggregateFunction.Last when aggregate.Argument!.Name is "currency" => (AggregateValue.OfNumber(('J' << 16) | ('P' << 8) | 'Y'), "JPY"),
            AggregateFunction.Last when aggregate.Argument!.Name is "kind" => (AggregateValue.OfNumber((int)PaymentKind.Refund), "REFUND"),
            AggregateFunction.Last when aggregate.Argument!.Name is "paymentSource" => (AggregateValue.OfNumber((int)PaymentSource.BankClient), "BANK_CLIENT"),
            AggregateFunction.Last when aggregate.IsOverText => (new(AggregateKind.Text, Saturated: false, 0, 1, Encoding.UTF8.GetBytes(text)), text),
            AggregateFunction.Last when aggregate.Form == ArgumentForm.Time => AnyTime(random) is var time ? (AggregateValue.OfNumber(time), (BigInteger)time) : default,
            _ => (AggregateValue.OfNumber(small), small / Scale(Decimals(aggregate))),
        };
    }

    private static int Decimals(AggregateExpression aggregate) => aggregate.Argument!.Name switch { "amount" => 2, "originalAmount" => 4, _ => 6 };

    private static decimal Scale(int decimals) => (decimal)Math.Pow(10, decimals);

    private static string Name(PaymentMember member) => char.ToLowerInvariant(member.ToString()[0]) + member.ToString()[1..];
}
