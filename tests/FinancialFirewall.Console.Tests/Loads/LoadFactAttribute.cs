using System.Globalization;
using FinancialFirewall.Console.Tests.Running;

namespace FinancialFirewall.Console.Tests.Loads;

/// <summary>A measurement for people, which is left out unless somebody asks for it by <c>FF_DASHBOARD_RATE</c>, in payments a second.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LoadFactAttribute : FactAttribute
{
    private const int UsualSeconds = 60;

    public LoadFactAttribute() => Skip = BrowserProgram.Missing ?? (Rate == 0 ? "a measurement: set FF_DASHBOARD_RATE to payments a second, and FF_DASHBOARD_SECONDS unless a minute is meant" : null);

    /// <summary>Payments a second; 0 where nobody asks.</summary>
    public static int Rate { get; } = Read("FF_DASHBOARD_RATE", 0);

    /// <summary>For how many seconds.</summary>
    public static int Seconds { get; } = Read("FF_DASHBOARD_SECONDS", UsualSeconds);

    private static int Read(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;
}
