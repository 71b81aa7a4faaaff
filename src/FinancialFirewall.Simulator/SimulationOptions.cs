using FinancialFirewall.Domain.Results;
using FinancialFirewall.Simulator.Payments;
using FinancialFirewall.Simulator.Scenarios;

namespace FinancialFirewall.Simulator;

/// <summary>What a simulated world is like. Everything follows from these values: the same give the same payments, bit for bit, on any machine.</summary>
public sealed record SimulationOptions
{
    /// <summary>The most customers.</summary>
    public const int MaximumCustomers = 200_000;

    /// <summary>The fewest customers: below, a scenario may not find enough people.</summary>
    public const int MinimumCustomers = 50;

    /// <summary>The most days.</summary>
    public const int MaximumDays = 3_660;

    /// <summary>The most fraud, for a thousand genuine payments.</summary>
    public const int MaximumFraudPerMille = 500;

    /// <summary>The longest prefix of references.</summary>
    public const int MaximumPrefixLength = 20;

    /// <summary>Which world; another seed is another one.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many people live in it.</summary>
    public int Customers { get; init; } = 1_000;

    /// <summary>The first day, UTC.</summary>
    public DateOnly Start { get; init; } = new(2026, 1, 1);

    /// <summary>How many days; payments of fraud that would come later are cut off.</summary>
    public int Days { get; init; } = 31;

    /// <summary>Payments of fraud for a thousand genuine ones, on average.</summary>
    public int FraudPerMille { get; init; } = 10;

    /// <summary>The scenarios that take part, by name; empty for all.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Whose eyes it is seen with.</summary>
    public PaymentView View { get; init; }

    /// <summary>What references begin with.</summary>
    public string ReferencePrefix { get; init; } = "SIM-";

    /// <summary>The names of all scenarios.</summary>
    public static IReadOnlyList<string> ScenarioNames { get; } = [.. ScenarioTable.All.Select(static scenario => scenario.Name)];

    /// <summary>What is wrong with the values; nothing where a world can be made of them.</summary>
    public IReadOnlyList<Error> Check() =>
    [
        .. OutOfRange("customers", Customers, MinimumCustomers, MaximumCustomers),
        .. OutOfRange("days", Days, 1, MaximumDays),
        .. OutOfRange("fraudPerMille", FraudPerMille, 0, MaximumFraudPerMille),
        .. OutOfRange("referencePrefix", ReferencePrefix.Length, 0, MaximumPrefixLength),
        .. Scenarios.Except(ScenarioNames, StringComparer.Ordinal).Select(UnknownScenario),
    ];

    private static IEnumerable<Error> OutOfRange(string member, int value, int least, int most) => value >= least && value <= most
        ? []
        : [new Error(ErrorKind.Invalid, "SIMULATION_OUT_OF_RANGE", member, value.ToString(System.Globalization.CultureInfo.InvariantCulture), $"must be from {least} to {most}, and is {value}.")];

    private static Error UnknownScenario(string name)
        => new(ErrorKind.Invalid, "SCENARIO_UNKNOWN", "scenario", name, $"there is no scenario '{name}'. There are {string.Join(", ", ScenarioNames)}.");
}
