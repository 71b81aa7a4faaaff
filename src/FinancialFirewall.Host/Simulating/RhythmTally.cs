using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Host.Simulating;

/// <summary>When the payments of a run were made: by hour, weekday and day, and how long after the wages.</summary>
internal sealed class RhythmTally
{
    /// <summary>So many days after the wages are counted; the shortest month between two wages is not much longer.</summary>
    public const int DaysAfterWages = 25;

    private const string Wages = "SALARY";
    private const string Card = "CARD";
    private const int HoursPerDay = 24;

    private readonly long[,] hours = new long[HoursPerDay, Kinds.Count];
    private readonly long[,] fraudHours = new long[HoursPerDay, Kinds.Count];
    private readonly SortedDictionary<DateOnly, long[]> days = [];
    private readonly Dictionary<string, DateOnly> paidOn = new(StringComparer.Ordinal);
    private readonly long[] purchases = new long[DaysAfterWages];
    private readonly long[] customers = new long[DaysAfterWages];

    /// <summary>What payments are told apart by: how they came in.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["in shops", "online by card", "banking", "companies' files"];

    /// <summary>The days with payments, each with its payments by kind.</summary>
    public IReadOnlyDictionary<DateOnly, long[]> Days => days;

    /// <summary>Counts a payment.</summary>
    public void Add(SimulatedPayment payment)
    {
        var time = payment.InitiatedAt.ToDateTimeOffset();
        var kind = KindOf(payment);
        (payment.IsFraud ? fraudHours : hours)[time.Hour, kind]++;
        if (payment.IsFraud)
        {
            return;
        }

        var day = DateOnly.FromDateTime(time.UtcDateTime);
        if (!days.TryGetValue(day, out var counts))
        {
            days.Add(day, counts = new long[Kinds.Count]);
        }

        counts[kind]++;
        CountWages(payment, day);
    }

    /// <summary>Genuine payments of an hour (UTC) by kind, or those of fraud.</summary>
    public double[] Hour(int hour, bool isFraud) => [.. Enumerable.Range(0, Kinds.Count).Select(kind => (double)(isFraud ? fraudHours : hours)[hour, kind])];

    /// <summary>Purchases by card that a customer makes so many days after the wages, on average; 0 where nobody was seen for so long.</summary>
    public double PurchasesAfterWages(int day) => customers[day] == 0 ? 0 : purchases[day] / (double)customers[day];

    /// <summary>Says that nothing more comes: who was paid last is counted up to the last day.</summary>
    public void Complete()
    {
        foreach (var paid in paidOn.Values)
        {
            Seen(paid, days.Keys.Last());
        }
    }

    private static int KindOf(SimulatedPayment payment) => payment.Channel switch
    {
        "POS" => 0,
        "ECOM" => 1,
        "FILE" => 3,
        _ => 2,
    };

    private void CountWages(SimulatedPayment payment, DateOnly day)
    {
        if (payment.PaymentType is Wages)
        {
            if (paidOn.TryGetValue(payment.ToAccountNumber, out var before))
            {
                Seen(before, day);
            }

            paidOn[payment.ToAccountNumber] = day;
        }
        else if (payment.PaymentType is Card && paidOn.TryGetValue(payment.FromAccountNumber, out var paid) && day.DayNumber - paid.DayNumber < DaysAfterWages)
        {
            purchases[day.DayNumber - paid.DayNumber]++;
        }
    }

    private void Seen(DateOnly from, DateOnly until)
    {
        for (var day = 0; day < Math.Min(DaysAfterWages, until.DayNumber - from.DayNumber); day++)
        {
            customers[day]++;
        }
    }
}
