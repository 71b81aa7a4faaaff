using System.Globalization;

namespace Orleans;

/// <summary>How long a grain of the marked class stays active without requests.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectionAgeLimitAttribute : Attribute
{
    private static readonly TimeSpan Minimum = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? value;

    /// <summary>Takes the time from <see cref="Days"/>, <see cref="Hours"/>, <see cref="Minutes"/> or <see cref="AlwaysActive"/>.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>Takes the time as <see cref="TimeSpan"/> writes it.</summary>
    public CollectionAgeLimitAttribute(string inactivityPeriod)
        => value = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Days of the time.</summary>
    public double Days { get; set; }

    /// <summary>Hours of the time.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes of the time.</summary>
    public double Minutes { get; set; }

    /// <summary>Whether the grain is never collected.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The time; one minute where none was given.</summary>
    public TimeSpan Amount
    {
        get
        {
            var amount = AlwaysActive
                ? TimeSpan.FromDays(short.MaxValue)
                : value ?? (TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes));
            return amount <= TimeSpan.Zero ? Minimum : amount;
        }
    }
}
