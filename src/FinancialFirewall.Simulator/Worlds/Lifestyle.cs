using FinancialFirewall.Simulator.Randomness;

namespace FinancialFirewall.Simulator.Worlds;

/// <summary>What of a customer changes with time, and follows from the seed and the day alone: the device, and whether they travel.</summary>
internal sealed class Lifestyle(ulong seed)
{
    private const ulong DevicePurpose = 11;
    private const ulong TripPurpose = 12;

    /// <summary>Whether there is a trip is drawn once for this many days.</summary>
    private const int TripPeriodDays = 28;

    private const int TripPerMille = 160;
    private const int LongestTripDays = 9;

    /// <summary>The device that a customer uses on a day.</summary>
    public Device DeviceOf(Customer customer, int day)
    {
        var generation = (day + customer.DeviceAge) / customer.DeviceDays;
        return generation == 0
            ? customer.Party.Device
            : DeviceMaker.Honest(RandomSource.For(seed, DevicePurpose, (ulong)customer.Index, (ulong)generation));
    }

    /// <summary>The country that a customer visits on a day; null at home.</summary>
    public Country? TripOf(Customer customer, int day)
    {
        var random = RandomSource.For(seed, TripPurpose, (ulong)customer.Index, (ulong)(day / TripPeriodDays));
        if (!random.Chance(TripPerMille))
        {
            return null;
        }

        var country = random.Pick(Atlas.Countries);
        var length = random.Between(2, LongestTripDays);
        var first = random.Below(TripPeriodDays - length);
        return day % TripPeriodDays - first is >= 0 and var since && since < length && country != customer.Country ? country : null;
    }
}
