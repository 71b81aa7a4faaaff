using System.Globalization;

namespace FinancialFirewall.Benchmarks.Steady;

/// <summary>How long, and at which rate.</summary>
internal sealed record SteadyOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: steady [--minutes N] [--seconds N] [--rate N] [--accounts N] [--seed N] [--dir DIR] [--out FILE]
          --minutes   how long (10)
          --seconds   how long, for a shorter look
          --rate      payments a second, each with a time of its own from which its latency counts; without it, as many as are answered
          --accounts  accounts that they come from (100000)
          --seed      of the generated payments (1)
          --dir       where data is kept, in a folder that is removed afterwards (the system's temporary folder)
          --out       the files that are written: FILE.csv and FILE.svg (steady in the present folder)
        """;

    /// <summary>How long, in seconds.</summary>
    public int Seconds { get; private init; } = 600;

    /// <summary>Payments a second; 0 for as many as are answered.</summary>
    public int Rate { get; private init; }

    /// <summary>Debtor accounts.</summary>
    public int Accounts { get; private init; } = 100_000;

    /// <summary>Of the generated payments.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where data is kept.</summary>
    public string Directory { get; private init; } = Path.GetTempPath();

    /// <summary>The path of the written files, without their ends.</summary>
    public string Output { get; private init; } = Path.GetFullPath("steady");

    /// <summary>Reads arguments; false where they are not as <see cref="Usage"/> says.</summary>
    public static bool TryParse(ReadOnlySpan<string> arguments, out SteadyOptions options)
    {
        options = new SteadyOptions();
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            var isNumber = int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            var next = (arguments[0], isNumber) switch
            {
                ("--minutes", true) => options with { Seconds = number * 60 },
                ("--seconds", true) => options with { Seconds = number },
                ("--rate", true) => options with { Rate = number },
                ("--accounts", true) => options with { Accounts = number },
                ("--seed", true) => options with { Seed = number },
                ("--dir", _) => options with { Directory = arguments[1] },
                ("--out", _) => options with { Output = Path.GetFullPath(arguments[1]) },
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
