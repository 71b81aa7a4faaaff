namespace FinancialFirewall.Domain.Configurations;

/// <summary>Rules about when a payment is initiated (<c>initiatedAt</c>), by the clock of a time zone.</summary>
public sealed record TimeRules
{
    /// <summary>The hour at which off-hours begin, unless stated otherwise.</summary>
    public const int DefaultOffHoursStart = 22;

    /// <summary>The hour at which off-hours end, unless stated otherwise.</summary>
    public const int DefaultOffHoursEnd = 6;

    /// <summary>The time zone, unless stated otherwise.</summary>
    public const string DefaultTimeZone = "UTC";

    /// <summary>The days of the weekend, unless stated otherwise.</summary>
    public static readonly IReadOnlyList<DayOfWeek> DefaultWeekendDays = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Whether off-hours count.</summary>
    public bool? OffHoursRisk { get; init; }

    /// <summary>The hour at which off-hours begin, 0 to 23, included; <see cref="DefaultOffHoursStart"/> where null.</summary>
    public int? OffHoursStart { get; init; }

    /// <summary>The hour at which off-hours end, 0 to 24, excluded; before the start it is the next day's. <see cref="DefaultOffHoursEnd"/> where null.</summary>
    public int? OffHoursEnd { get; init; }

    /// <summary>Whether weekends count.</summary>
    public bool? WeekendRisk { get; init; }

    /// <summary>The days of the weekend; <see cref="DefaultWeekendDays"/> where null.</summary>
    public IReadOnlyList<DayOfWeek>? WeekendDays { get; init; }

    /// <summary>An IANA time zone such as <c>Europe/Berlin</c>; <see cref="DefaultTimeZone"/> where null.</summary>
    public string? TimeZone { get; init; }
}
