namespace FinancialFirewall.Grains.Trials;

/// <summary>What is remembered of a payment that was compared, in case it is reported later what it was.</summary>
[Flags]
internal enum KnownMark : byte
{
    /// <summary>It was not compared.</summary>
    None = 0,

    /// <summary>It was compared.</summary>
    Compared = 1,

    /// <summary>It was stopped.</summary>
    StoppedBefore = 2,

    /// <summary>It would have been.</summary>
    StoppedAfter = 4,

    /// <summary>It was fraud.</summary>
    Fraud = 8,

    /// <summary>It was legitimate.</summary>
    Legitimate = 16,
}
