using System.Globalization;

namespace FinancialFirewall.Benchmarks.Table;

/// <summary>What of the table is measured, and at which size.</summary>
internal sealed record TableOptions
{
    /// <summary>How to call it.</summary>
    public const string Usage = """
        usage: table [--rows A,B] [--payments N] [--rounds N] [--base-accounts N] [--accounts N] [--references N] [--recovered N] [--subscribers N] [--rate N] [--seconds N] [--warm-seconds N] [--seed N] [--dir DIR]
          --rows           which rows (engine,durable,batch,accounts,references,single,start,recovery,pages,backtest,subscribers)
          --payments       payments a round (100000)
          --rounds         measured rounds; what is compared takes turns in each (5)
          --base-accounts  accounts of every row that says nothing else (100000)
          --accounts       accounts of the row 'accounts' (1000000; the table asks for 10000000)
          --references     payments stored before the rows 'references', 'pages' and 'backtest' are measured (1000000; the table asks for 100000000)
          --recovered      payments recovered in the row 'recovery' (1000000; the table asks for 10000000)
          --subscribers    subscriptions to one tenant in the row 'subscribers' (1000)
          --rate           single payments a second in the row 'single' (2000)
          --seconds        how long they, and those that subscribers hear of, are sent (10)
          --warm-seconds   how long the row 'single' sends them once more before it measures again what a process does that is no longer young (20)
          --seed           of the generated payments (1)
          --dir            where data is kept, in folders that are removed afterwards (the system's temporary folder)
        """;

    /// <summary>Every row that there is, in the table's order.</summary>
    public static readonly IReadOnlyList<string> AllRows = ["engine", "durable", "batch", "accounts", "references", "single", "start", "recovery", "pages", "backtest", "subscribers"];

    /// <summary>The rows that are measured.</summary>
    public IReadOnlyList<string> Rows { get; private init; } = AllRows;

    /// <summary>Payments a round.</summary>
    public int Payments { get; private init; } = 100_000;

    /// <summary>Measured rounds.</summary>
    public int Rounds { get; private init; } = 5;

    /// <summary>Accounts, where a row says nothing else.</summary>
    public int BaseAccounts { get; private init; } = 100_000;

    /// <summary>Many accounts.</summary>
    public int Accounts { get; private init; } = 1_000_000;

    /// <summary>Many references.</summary>
    public int References { get; private init; } = 1_000_000;

    /// <summary>Payments to recover.</summary>
    public int Recovered { get; private init; } = 1_000_000;

    /// <summary>Subscriptions to one tenant.</summary>
    public int Subscribers { get; private init; } = 1_000;

    /// <summary>Single payments a second.</summary>
    public int Rate { get; private init; } = 2_000;

    /// <summary>How long single payments are sent.</summary>
    public int Seconds { get; private init; } = 10;

    /// <summary>How long single payments are sent between the measuring of a young process and of one that is no longer young.</summary>
    public int WarmSeconds { get; private init; } = 20;

    /// <summary>Of the generated payments.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where data is kept.</summary>
    public string Directory { get; private init; } = Path.GetTempPath();

    /// <summary>Reads arguments; false where they are not as <see cref="Usage"/> says.</summary>
    public static bool TryParse(ReadOnlySpan<string> arguments, out TableOptions options)
    {
        options = new TableOptions();
        for (; arguments.Length >= 2; arguments = arguments[2..])
        {
            if (options.With(arguments[0], arguments[1]) is not { } next)
            {
                return false;
            }

            options = next;
        }

        return arguments.IsEmpty;
    }

    private TableOptions? With(string name, string value)
    {
        if (name is "--dir")
        {
            return this with { Directory = value };
        }

        if (name is "--rows")
        {
            return value.Split(',').All(AllRows.Contains) ? this with { Rows = value.Split(',') } : null;
        }

        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        return (name, isNumber) switch
        {
            ("--payments", true) => this with { Payments = number },
            ("--rounds", true) => this with { Rounds = number },
            ("--base-accounts", true) => this with { BaseAccounts = number },
            ("--accounts", true) => this with { Accounts = number },
            ("--references", true) => this with { References = number },
            ("--recovered", true) => this with { Recovered = number },
            ("--subscribers", true) => this with { Subscribers = number },
            ("--rate", true) => this with { Rate = number },
            ("--seconds", true) => this with { Seconds = number },
            ("--warm-seconds", true) => this with { WarmSeconds = number },
            ("--seed", true) => this with { Seed = number },
            _ => null,
        };
    }
}
