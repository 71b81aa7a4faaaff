namespace FinancialFirewall.Simulator.Worlds;

/// <summary>Somebody who lives in a simulated world.</summary>
internal sealed record Customer
{
    /// <summary>From 0.</summary>
    public required int Index { get; init; }

    /// <summary>The account, and the device that is used on the first day.</summary>
    public required Party Party { get; init; }

    /// <summary>Where they live.</summary>
    public required City City { get; init; }

    /// <summary>Their card.</summary>
    public required string CardToken { get; init; }

    /// <summary>How much they buy, in per cent of the average.</summary>
    public required int ActivityPercent { get; init; }

    /// <summary>What they earn in a month, in cents of a Euro.</summary>
    public required long SalaryEuroCents { get; init; }

    /// <summary>The day of the month on which it comes; 31 is the last one.</summary>
    public required int Payday { get; init; }

    /// <summary>Who pays it.</summary>
    public required Party Employer { get; init; }

    /// <summary>Who gets the rent.</summary>
    public required BankAccount Landlord { get; init; }

    /// <summary>Who gets the other regular payments.</summary>
    public required IReadOnlyList<BankAccount> Suppliers { get; init; }

    /// <summary>The customers that money is sent to now and then, by index.</summary>
    public required IReadOnlyList<int> Friends { get; init; }

    /// <summary>For how many days a device is used before the next one is bought.</summary>
    public required int DeviceDays { get; init; }

    /// <summary>How old the device is on the first day, in days.</summary>
    public required int DeviceAge { get; init; }

    /// <summary>Where the account is kept.</summary>
    public Country Country => Party.Account.Country;
}
