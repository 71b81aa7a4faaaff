using System.Globalization;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Simulator.Randomness;
using FinancialFirewall.Simulator.Rhythms;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Makes who and what is in a world.</summary>
internal static class Inhabitants
{
    private const ulong CustomerPurpose = 1;
    private const ulong EmployerPurpose = 2;
    private const ulong MerchantPurpose = 3;
    private const int CustomersAnEmployer = 25;
    private const int CustomersAMerchant = 120;
    private const int FewestMerchants = 5;
    private const int LongestAccountDays = 12 * 365;

    /// <summary>What people earn in a month.</summary>
    private static readonly Spread SalaryEuroCents = new((0, 95_000), (100, 148_000), (500, 262_000), (900, 540_000), (990, 1_150_000), (1000, 2_400_000));

    /// <summary>How much people buy; few buy very much.</summary>
    private static readonly Spread ActivityPercent = new((0, 20), (300, 70), (600, 105), (900, 180), (1000, 320));

    /// <summary>The firms that pay wages.</summary>
    public static IReadOnlyList<Party> Employers(ulong seed, Instant start, int customers)
        => [.. Enumerable.Range(0, (customers / CustomersAnEmployer) + 1).Select(index =>
        {
            var random = RandomSource.For(seed, EmployerPurpose, (ulong)index);
            var account = BankAccount.Open(Atlas.Draw(random), NameBook.Firm(random), Before(start, random, LongestAccountDays), random);
            return new Party(Text($"E{index:00000}"), account, DeviceMaker.Honest(random));
        })];

    /// <summary>The shops, by country and category.</summary>
    public static IReadOnlyDictionary<(string Country, string Category), IReadOnlyList<Merchant>> Merchants(ulong seed, Instant start, int customers)
    {
        var count = Math.Max(FewestMerchants, customers / CustomersAMerchant);
        return Atlas.Countries.SelectMany(_ => Trade.All, (country, trade) => (country, trade)).ToDictionary(
            key => (key.country.Code, key.trade.Category),
            IReadOnlyList<Merchant> (key) => [.. Enumerable.Range(0, count).Select(index => Shop(seed, start, key.country, key.trade, index))]);
    }

    /// <summary>The people.</summary>
    public static IReadOnlyList<Customer> Customers(ulong seed, Instant start, int count, IReadOnlyList<Party> employers)
        => [.. Enumerable.Range(0, count).Select(index => Person(RandomSource.For(seed, CustomerPurpose, (ulong)index), start, index, count, employers))];

    private static Merchant Shop(ulong seed, Instant start, Country country, Trade trade, int index)
    {
        var random = RandomSource.For(seed, MerchantPurpose, country.Code[0], country.Code[1], ulong.Parse(trade.Category, CultureInfo.InvariantCulture), (ulong)index);
        var account = BankAccount.Open(country, $"{trade.Name} {NameBook.Firm(random)}", Before(start, random, LongestAccountDays), random);
        return new Merchant(Text($"M{country.Code}{trade.Category}{index:0000}"), trade, random.Pick(country.Cities), random.Count(1, 4), account);
    }

    private static Customer Person(RandomSource random, Instant start, int index, int count, IReadOnlyList<Party> employers)
    {
        var country = Atlas.Draw(random);
        var account = BankAccount.Open(country, NameBook.Person(random), Before(start, random, LongestAccountDays), random);
        var deviceDays = random.Count(250, 1_000);
        return new Customer
        {
            Index = index,
            Party = new Party(Text($"C{index:000000}"), account, DeviceMaker.Honest(random)),
            City = random.Pick(country.Cities),
            CardToken = Text($"tok_{random.NextBits():x16}"),
            ActivityPercent = (int)ActivityPercent.Draw(random),
            SalaryEuroCents = SalaryEuroCents.Draw(random) / 100 * 100,
            Payday = random.Pick(PaydayRhythm.Paydays),
            Employer = random.Pick(employers),
            Landlord = BankAccount.Open(country, NameBook.Person(random), Before(start, random, LongestAccountDays), random),
            Suppliers = [.. Enumerable.Range(0, random.Count(2, 4)).Select(_ => BankAccount.Open(country, NameBook.Firm(random), Before(start, random, LongestAccountDays), random))],
            Friends = [.. Enumerable.Range(0, random.Count(2, 6)).Select(_ => (int)random.Below(count))],
            DeviceDays = deviceDays,
            DeviceAge = (int)random.Below(deviceDays),
        };
    }

    private static Instant Before(Instant start, RandomSource random, int longestDays)
        => start.Plus(TimeSpan.FromMinutes(-random.Between(5 * 24 * 60, longestDays * 24L * 60)));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
