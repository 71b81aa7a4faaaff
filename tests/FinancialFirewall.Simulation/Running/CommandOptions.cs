using System.Globalization;
using FinancialFirewall.Simulation.Faults;

namespace FinancialFirewall.Simulation.Running;

/// <summary>What the command line asks for.</summary>
internal sealed record CommandOptions
{
    public const string Usage = """
        simulate: runs the whole firewall on a simulated machine, one history a seed, and judges what its clients were told.

          --seeds N         how many histories (default: as many as fit)
          --minutes M       for how long (default: without end where --seeds is given, else 1)
          --seed S          the first seed (default 1)
          --operations N    how many operations the clients of a history do (default 120)
          --only A,B        what may happen, instead of the mixture that follows from the seed: see docs/simulation.md
          --threads N       how many histories at once (default: one a core)
          prove             plants bugs, one at a time, and shows how soon each is found (needs a build with -p:PlantedBugs=true)
        """;

    public bool Proves { get; init; }

    public int FirstSeed { get; init; } = 1;

    public int? Seeds { get; init; }

    public double? Minutes { get; init; }

    public int Operations { get; init; } = SimulationSpec.UsualOperations;

    public FaultKinds? Kinds { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>A bug to plant in every history; null for none.</summary>
    public string? Bug { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">Something is not understood; the message says what.</exception>
    public static CommandOptions Parse(string[] arguments)
    {
        var options = new CommandOptions();
        for (var i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "prove" => options with { Proves = true },
                _ when i + 1 == arguments.Length => throw new FormatException($"'{arguments[i]}' is not known, or needs a value."),
                _ => options.With(arguments[i], arguments[++i]),
            };
        }

        return options;
    }

    private CommandOptions With(string name, string value) => name switch
    {
        "--seeds" => this with { Seeds = Number(name, value) },
        "--seed" => this with { FirstSeed = Number(name, value) },
        "--operations" => this with { Operations = Number(name, value) },
        "--threads" => this with { Threads = Number(name, value) },
        "--bug" => this with { Bug = value },
        "--minutes" => this with
        {
            Minutes = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
                ? minutes
                : throw new FormatException($"--minutes takes a positive number, not '{value}'."),
        },
        "--only" => this with
        {
            Kinds = Enum.TryParse<FaultKinds>(value, ignoreCase: true, out var kinds)
                ? kinds
                : throw new FormatException($"--only takes some of {string.Join(", ", Enum.GetNames<FaultKinds>())}, separated by commas, not '{value}'."),
        },
        _ => throw new FormatException($"'{name}' is not known."),
    };

    private static int Number(string name, string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new FormatException($"{name} takes a positive whole number, not '{value}'.");
}
