using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;

namespace FinancialFirewall.Domain.Configurations;

/// <summary>The seven rule families as JSON.</summary>
internal static class RuleFamilyDocuments
{
    internal const int MaximumCount = 1_000_000_000;

    private const int MaximumDays = 3_650;
    private const int MaximumZoneLength = 64;
    private const int MaximumIpRangeLength = 64;
    private const int MaximumCountryLength = 100;

    internal static AmountRules ReadAmount(DocumentObject document)
    {
        var rules = new AmountRules
        {
            HighAmountThreshold = document.Amount("highAmountThreshold"),
            VeryHighAmountThreshold = document.Amount("veryHighAmountThreshold"),
            RoundAmountRisk = document.Truth("roundAmountRisk"),
            RoundAmountUnit = document.Amount("roundAmountUnit", zeroIsAllowed: false),
        };
        document.Close();
        return rules;
    }

    internal static FrequencyRules ReadFrequency(DocumentObject document)
    {
        var rules = new FrequencyRules
        {
            DailyThreshold = document.Whole("dailyThreshold", 0, MaximumCount),
            WeeklyThreshold = document.Whole("weeklyThreshold", 0, MaximumCount),
            DailyAmountThreshold = document.Amount("dailyAmountThreshold"),
            WeeklyAmountThreshold = document.Amount("weeklyAmountThreshold"),
        };
        document.Close();
        return rules;
    }

    internal static LocationRules ReadLocation(DocumentObject document)
    {
        var items = new RuleItems(document.Errors);
        var rules = new LocationRules
        {
            HighRiskCountries = document.Texts("highRiskCountries", LocationRules.MaximumCountries, MaximumCountryLength, items.Country),
            SuspiciousIpRanges = document.Texts("suspiciousIpRanges", LocationRules.MaximumIpRanges, MaximumIpRangeLength, items.IpRange),
        };
        document.Close();
        return rules;
    }

    internal static TimeRules ReadTime(DocumentObject document)
    {
        var rules = new TimeRules
        {
            OffHoursRisk = document.Truth("offHoursRisk"),
            OffHoursStart = document.Whole("offHoursStart", 0, 23),
            OffHoursEnd = document.Whole("offHoursEnd", 0, 24),
            WeekendRisk = document.Truth("weekendRisk"),
            WeekendDays = ReadDays(document),
            TimeZone = ReadZone(document),
        };
        document.Close();
        if ((rules.OffHoursStart ?? TimeRules.DefaultOffHoursStart) == (rules.OffHoursEnd ?? TimeRules.DefaultOffHoursEnd))
        {
            const string Message = "'offHoursEnd' equals 'offHoursStart': no hour lies between them; for the whole day use 0 and 24.";
            document.Refuse("offHoursEnd", "HOURS_EMPTY", $"{rules.OffHoursEnd ?? TimeRules.DefaultOffHoursEnd}", Message);
        }

        return rules;
    }

    internal static AccountRules ReadAccount(DocumentObject document)
    {
        var rules = new AccountRules
        {
            NewAccountRisk = document.Truth("newAccountRisk"),
            NewAccountDays = document.Whole("newAccountDays", 1, MaximumDays),
            CrossBorderRisk = document.Truth("crossBorderRisk"),
        };
        document.Close();
        return rules;
    }

    internal static DeviceRules ReadDevice(DocumentObject document)
    {
        var rules = new DeviceRules
        {
            NewDeviceRisk = document.Truth("newDeviceRisk"),
            SuspiciousUserAgents = document.Texts("suspiciousUserAgents", DeviceRules.MaximumUserAgents, RuleItems.UserAgentLength),
        };
        document.Close();
        return rules;
    }

    internal static PatternRules ReadPattern(DocumentObject document)
    {
        var items = new RuleItems(document.Errors);
        var rules = new PatternRules
        {
            SuspiciousReferencePatterns = ReadPatterns(document, "suspiciousReferencePatterns", items),
            SuspiciousDescriptionPatterns = ReadPatterns(document, "suspiciousDescriptionPatterns", items),
        };
        document.Close();
        return rules;
    }

    internal static void Write(DocumentWriter writer, AmountRules rules)
    {
        writer.Amount("highAmountThreshold", rules.HighAmountThreshold);
        writer.Amount("veryHighAmountThreshold", rules.VeryHighAmountThreshold);
        writer.Truth("roundAmountRisk", rules.RoundAmountRisk);
        writer.Amount("roundAmountUnit", rules.RoundAmountUnit);
    }

    internal static void Write(DocumentWriter writer, FrequencyRules rules)
    {
        writer.Whole("dailyThreshold", rules.DailyThreshold);
        writer.Whole("weeklyThreshold", rules.WeeklyThreshold);
        writer.Amount("dailyAmountThreshold", rules.DailyAmountThreshold);
        writer.Amount("weeklyAmountThreshold", rules.WeeklyAmountThreshold);
    }

    internal static void Write(DocumentWriter writer, LocationRules rules)
    {
        writer.Texts("highRiskCountries", rules.HighRiskCountries);
        writer.Texts("suspiciousIpRanges", rules.SuspiciousIpRanges);
    }

    internal static void Write(DocumentWriter writer, TimeRules rules)
    {
        writer.Truth("offHoursRisk", rules.OffHoursRisk);
        writer.Whole("offHoursStart", rules.OffHoursStart);
        writer.Whole("offHoursEnd", rules.OffHoursEnd);
        writer.Truth("weekendRisk", rules.WeekendRisk);
        writer.Texts("weekendDays", rules.WeekendDays?.Select(WeekdayNames.Of).ToList());
        writer.Text("timeZone", rules.TimeZone);
    }

    internal static void Write(DocumentWriter writer, AccountRules rules)
    {
        writer.Truth("newAccountRisk", rules.NewAccountRisk);
        writer.Whole("newAccountDays", rules.NewAccountDays);
        writer.Truth("crossBorderRisk", rules.CrossBorderRisk);
    }

    internal static void Write(DocumentWriter writer, DeviceRules rules)
    {
        writer.Truth("newDeviceRisk", rules.NewDeviceRisk);
        writer.Texts("suspiciousUserAgents", rules.SuspiciousUserAgents);
    }

    internal static void Write(DocumentWriter writer, PatternRules rules)
    {
        writer.Texts("suspiciousReferencePatterns", rules.SuspiciousReferencePatterns);
        writer.Texts("suspiciousDescriptionPatterns", rules.SuspiciousDescriptionPatterns);
    }

    private static IReadOnlyList<string>? ReadPatterns(DocumentObject document, string name, RuleItems items)
        => document.Texts(name, PatternRules.MaximumPatterns, PatternRules.MaximumPatternLength, items.Pattern);

    private static List<DayOfWeek>? ReadDays(DocumentObject document)
    {
        const int DaysInWeek = 7;
        var names = document.Texts("weekendDays", DaysInWeek, 16, (text, pointer) =>
        {
            if (WeekdayNames.Find(text) is not null)
            {
                return text;
            }

            document.Errors.Add("VALUE_NOT_ALLOWED", pointer, text, $"A day of the week is one of {string.Join(", ", WeekdayNames.All)}.");
            return null;
        });
        return names?.Select(name => WeekdayNames.Find(name)!.Value).ToList();
    }

    private static string? ReadZone(DocumentObject document)
    {
        var name = document.Text("timeZone", MaximumZoneLength);
        if (name is null || ZoneRules.Find(name) is not null)
        {
            return name;
        }

        var offer = NearestName.Find(name, [.. ZoneRules.KnownIds()]) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        document.Refuse("timeZone", "TIME_ZONE_UNKNOWN", name, $"'{name}' is not an IANA time zone such as Europe/Berlin.{offer}");
        return null;
    }
}
