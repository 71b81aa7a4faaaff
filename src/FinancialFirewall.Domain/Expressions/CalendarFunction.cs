namespace FinancialFirewall.Domain.Expressions;

/// <summary>What the calendar of a place says of a time.</summary>
public enum CalendarFunction : byte
{
    /// <summary><c>hour(time, "zone")</c>: a number, 0 to 23.</summary>
    Hour = 1,

    /// <summary><c>weekday(time, "zone")</c>: a text, MON to SUN.</summary>
    Weekday = 2,
}
