using System.Globalization;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>What is measured.</summary>
internal sealed record LoadOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: load [--stages A,B] [--payments N] [--accounts N] [--rounds N] [--seed N] [--dir DIR]
          --stages    which stages; the first is what the others are compared with (read,engine,engines,durable,http)
          --payments  payments a round, at least 1,000 (100000)
          --accounts  accounts that they come from (100000)
          --rounds    measured rounds; the stages take turns in each (5)
          --seed      of the generated payments (1)
          --dir       where the journal is written, in a folder that is removed afterwards (the system's temporary folder)
               parts [OPTIONS OF BENCHMARKDOTNET]
        """;

    /// <summary>Every stage that there is.</summary>
    public static readonly IReadOnlyList<string> AllStages = ["read", "engine", "engines", "durable", "http"];

    /// <summary>The names of the stages that are measured.</summary>
    public IReadOnlyList<string> Stages { get; private init; } = AllStages;

    /// <summary>Payments a round.</summary>
    public int Payments { get; private init; } = 100_000;

    /// <summary>Debtor accounts.</summary>
    public int Accounts { get; private init; } = 100_000;

    /// <summary>Measured rounds.</summary>
    public int Rounds { get; private init; } = 5;

    /// <summary>Of the generated payments.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where the journal is written.</summary>
    public string Directory { get; private init; } = Path.GetTempPath();

    /// <summary>Reads arguments; false where they are not as <see cref="Usage"/> says.</summary>
    public static bool TryParse(ReadOnlySpan<string> arguments, out LoadOptions options)
    {
        options = new LoadOptions();
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            var isNumber = int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var next = (arguments[0], isNumber) switch
            {
                ("--payments", true) when number >= 1000 => options with { Payments = number },
                ("--accounts", true) when number >= 1 => options with { Accounts = number },
                ("--rounds", true) when number >= 1 => options with { Rounds = number },
                ("--seed", true) => options with { Seed = number },
                ("--stages", _) when arguments[1].Split(',').All(AllStages.Contains) => options with { Stages = arguments[1].Split(',') },
                ("--dir", _) => options with { Directory = arguments[1] },
                _ => null,
            };
            if (next is null)
            {
                return false;
            }

            options = next;
        }

        return arguments.IsEmpty;
    }
}
