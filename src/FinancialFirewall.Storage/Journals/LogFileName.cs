using System.Globalization;

namespace FinancialFirewall.Storage.Journals;

/// <summary>The names of log files: <c>log-0000000001.ff</c> and on.</summary>
internal static class LogFileName
{
    private const string Prefix = "log-";
    private const string Suffix = ".ff";
    private const int Digits = 10;

    public static string Of(uint number) => Prefix + number.ToString("D10", CultureInfo.InvariantCulture) + Suffix;

    public static string In(string directory, uint number) => $"{directory}/{Of(number)}";

    /// <summary>The number in a name; <see langword="null"/> where it is not the name of a log file.</summary>
    public static uint? Parse(string name)
    {
        var isLog = name.Length == Prefix.Length + Digits + Suffix.Length
            && name.StartsWith(Prefix, StringComparison.Ordinal)
            && name.EndsWith(Suffix, StringComparison.Ordinal);
        return isLog && uint.TryParse(name.AsSpan(Prefix.Length, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
