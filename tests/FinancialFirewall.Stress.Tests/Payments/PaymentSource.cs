namespace FinancialFirewall.Stress.Tests.Payments;

/// <summary>
/// Draws payments of one tenant. A reference has one usual body, whoever draws it, so that workers repeat each other's payments; now and then the body is
/// another one.
/// </summary>
internal sealed class PaymentSource(int seed, int tenant, Random random)
{
    /// <summary>How many references of a phase are drawn from; fewer than are drawn, so that many come more than once.</summary>
    private const int ReferencesPerPhase = 800;

    private const int Accounts = 40;
    private const int OtherBodyOneIn = 40;
    private const int RefundOneIn = 6;
    private const int CardOneIn = 4;

    /// <summary>A batch of a phase, in which references may come twice.</summary>
    public StressPayment[] Next(int phase, int count)
    {
        var batch = new StressPayment[count];
        for (var i = 0; i < count; i++)
        {
            var usual = Usual(phase, random.Next(ReferencesPerPhase));
            batch[i] = i > 0 && random.Next(10) == 0 ? batch[random.Next(i)]
                : random.Next(OtherBodyOneIn) == 0 ? usual with { Amount = usual.Amount + 1 }
                : usual;
        }

        return batch;
    }

    /// <summary>The usual body of a reference. Refunds are of earlier phases' payments, which are decided or will never be.</summary>
    private StressPayment Usual(int phase, int number)
    {
        var body = new Random(unchecked((((seed * 31) + tenant) * 1_000_003) + (phase * ReferencesPerPhase) + number));
        var isCard = body.Next(CardOneIn) == 0;
        var account = $"{(isCard ? "CARD" : "ACC")}-{body.Next(Accounts)}";
        var amount = 1 + body.Next(body.Next(20) == 0 ? 400 : 40);
        var original = phase > 0 && body.Next(RefundOneIn) == 0 ? Reference(phase - 1, body.Next(ReferencesPerPhase)) : null;
        return new StressPayment(Reference(phase, number), account, amount, isCard ? StressPolicy.Card : null, original);
    }

    private static string Reference(int phase, int number) => $"R{phase}-{number}";
}
