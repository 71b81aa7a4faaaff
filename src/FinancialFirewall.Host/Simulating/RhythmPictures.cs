using System.Globalization;
using FinancialFirewall.Evaluation.Charts;

namespace FinancialFirewall.Host.Simulating;

/// <summary>Draws the rhythms of a run.</summary>
internal static class RhythmPictures
{
    private const int HoursPerDay = 24;
    private const int DaysPerWeek = 7;

    /// <summary>Writes <c>hours.svg</c>, <c>fraud-hours.svg</c>, <c>weekdays.svg</c>, <c>days.svg</c> and, where a bank's view shows wages, <c>wages.svg</c>.</summary>
    /// <param name="directory">Where to; it is made.</param>
    /// <param name="tally">The whole run.</param>
    public static void Write(string directory, RhythmTally tally)
    {
        Directory.CreateDirectory(directory);
        Write(directory, "hours.svg", "Genuine payments by hour of the day (UTC), a day on average", RhythmTally.Kinds, Hours(tally, isFraud: false, Math.Max(1, tally.Days.Count)));
        Write(directory, "fraud-hours.svg", "Payments of fraud by hour of the day (UTC), all of the run", RhythmTally.Kinds, Hours(tally, isFraud: true, 1));
        Write(directory, "weekdays.svg", "Genuine payments by weekday, a day on average", RhythmTally.Kinds, Weekdays(tally));
        Write(directory, "days.svg", "Genuine payments by day", RhythmTally.Kinds, [.. tally.Days.Select(static day => (day.Key.ToString("d MMM", CultureInfo.InvariantCulture), Values(day.Value, 1)))]);
        Write(directory, "wages.svg", "Purchases by card, a customer and day on average, by days after the wages", ["purchases by card"], AfterWages(tally));
    }

    private static void Write(string directory, string name, string title, IReadOnlyList<string> parts, IReadOnlyList<(string Name, IReadOnlyList<double> Values)> bars)
        => File.WriteAllText(Path.Combine(directory, name), BarChart.Draw(title, parts, bars));

    private static IReadOnlyList<(string, IReadOnlyList<double>)> Hours(RhythmTally tally, bool isFraud, int days) =>
    [
        .. Enumerable.Range(0, HoursPerDay).Select(hour => (
            hour.ToString(CultureInfo.InvariantCulture), (IReadOnlyList<double>)[.. tally.Hour(hour, isFraud).Select(count => count / days)])),
    ];

    private static IReadOnlyList<(string, IReadOnlyList<double>)> Weekdays(RhythmTally tally) =>
    [
        .. Enumerable.Range(1, DaysPerWeek).Select(number => (DayOfWeek)(number % DaysPerWeek)).Select(weekday =>
        {
            var days = tally.Days.Where(day => day.Key.DayOfWeek == weekday).Select(static day => day.Value).ToList();
            var sums = Enumerable.Range(0, RhythmTally.Kinds.Count).Select(kind => days.Sum(day => day[kind])).ToArray();
            return (weekday.ToString(), Values(sums, Math.Max(1, days.Count)));
        }),
    ];

    private static IReadOnlyList<(string, IReadOnlyList<double>)> AfterWages(RhythmTally tally) =>
    [
        .. Enumerable.Range(0, RhythmTally.DaysAfterWages).Select(day => (day.ToString(CultureInfo.InvariantCulture), (IReadOnlyList<double>)[tally.PurchasesAfterWages(day)])),
    ];

    private static IReadOnlyList<double> Values(long[] counts, int divisor) => [.. counts.Select(count => count / (double)divisor)];
}
