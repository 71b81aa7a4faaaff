using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Rules;

/// <summary>The clock that rules about time go by.</summary>
internal static class TimeConditions
{
    /// <summary>The zone's rules.</summary>
    /// <exception cref="ArgumentException">This machine's time-zone data does not know the zone; reading a configuration refuses such a zone.</exception>
    internal static ZoneRules Zone(TimeRules rules)
    {
        var name = rules.TimeZone ?? TimeRules.DefaultTimeZone;
        return ZoneRules.Find(name) ?? throw new ArgumentException($"'{name}' is not a known time zone.", nameof(rules));
    }
}
