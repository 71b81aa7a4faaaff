using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Tests.Rhythms;

public sealed class RhythmTests
{
    private static readonly List<SimulatedPayment> Month
        = [.. Simulation.Create(new SimulationOptions { Seed = 5, Customers = 600, Start = new DateOnly(2026, 2, 2), Days = 28, FraudPerMille = 0 }).Value.Payments()];

    [Fact]
    public void Days_Shops_AreBusyAtNoonAndSilentAtNight()
    {
        var hours = Month.Where(payment => payment.Channel == "POS").CountBy(payment => payment.InitiatedAt.ToDateTimeOffset().Hour).ToDictionary();

        Assert.True(hours[11] > 20 * hours.GetValueOrDefault(2), $"{hours[11]} at noon, {hours.GetValueOrDefault(2)} at night");
    }

    [Fact]
    public void Weeks_Groceries_AreBoughtOnSaturdaysAndHardlyOnSundays()
    {
        var days = Month.Where(payment => payment.MerchantCategory == "5411").CountBy(payment => payment.InitiatedAt.ToDateTimeOffset().DayOfWeek).ToDictionary();

        Assert.Equal(DayOfWeek.Saturday, days.MaxBy(day => day.Value).Key);
        Assert.True(days[DayOfWeek.Saturday] > 4 * days[DayOfWeek.Sunday]);
    }

    [Fact]
    public void Wages_ThoseOfTheTwentyFifth_RaiseSpendingAfterwards()
    {
        Assert.Equal(150, PaydayRhythm.PercentOn(25, new DateOnly(2026, 2, 25)));
        Assert.Equal(145, PaydayRhythm.PercentOn(25, new DateOnly(2026, 2, 26)));
        Assert.Equal(96, PaydayRhythm.PercentOn(25, new DateOnly(2026, 3, 10)));
        Assert.Equal(78, PaydayRhythm.PercentOn(25, new DateOnly(2026, 3, 20)));
    }

    [Theory]
    [InlineData(25, "2026-01-10", "2026-01-23")]
    [InlineData(25, "2026-02-10", "2026-02-25")]
    [InlineData(31, "2026-02-10", "2026-02-27")]
    [InlineData(31, "2026-05-31", "2026-05-29")]
    [InlineData(1, "2026-03-20", "2026-02-27")]
    public void PaidIn_Payday_IsAWorkingDay(int payday, string day, string paid)
        => Assert.Equal(DateOnly.Parse(paid, null), PaydayRhythm.PaidIn(payday, DateOnly.Parse(day, null)));

    [Fact]
    public void Wages_InAMonth_ComeOncePerPerson()
    {
        var wages = Month.Where(payment => payment.PaymentType == "SALARY").GroupBy(payment => payment.ToAccountNumber).ToList();

        Assert.All(wages, person => Assert.Single(person));
        Assert.InRange(wages.Count, 500, 600);
    }
}
