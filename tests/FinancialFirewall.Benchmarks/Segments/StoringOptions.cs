using System.Globalization;

namespace FinancialFirewall.Benchmarks.Segments;

/// <summary>How much is stored, and where.</summary>
internal sealed record StoringOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: segments [--records N] [--accounts N] [--seed N] [--dir DIR]
          --records   decisions that go through the log into segments (2000000)
          --accounts  accounts that they come from (100000)
          --seed      of the generated payments (1)
          --dir       where data is kept, in a folder that is removed afterwards (the system's temporary folder)
        """;

    /// <summary>Records to store.</summary>
    public int Records { get; private init; } = 2_000_000;

    /// <summary>Debtor accounts.</summary>
    public int Accounts { get; private init; } = 100_000;

    /// <summary>Of the generated payments.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where data is kept.</summary>
    public string Directory { get; private init; } = Path.GetTempPath();

    /// <summary>Reads arguments; false where they are not as <see cref="Usage"/> says.</summary>
    public static bool TryParse(ReadOnlySpan<string> arguments, out StoringOptions options)
    {
        options = new StoringOptions();
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            var isNumber = int.TryParse(arguments[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            var next = (arguments[0], isNumber) switch
            {
                ("--records", true) => options with { Records = number },
                ("--accounts", true) => options with { Accounts = number },
                ("--seed", true) => options with { Seed = number },
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
