using System.Globalization;
using System.Text.Json.Nodes;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>Makes policy files: a daily limit, and any mixture of other rules whose thresholds lie among what is sent.</summary>
/// <param name="random">What the choices follow from.</param>
/// <param name="keepsEntries">Whether the files say nothing of what the watched list holds, so that it stays.</param>
internal sealed class PolicyMaker(Random random, bool keepsEntries = false)
{
    /// <summary>The name of the custom rule that holds the daily limit.</summary>
    public const string LimitRule = "overDay";

    /// <summary>The highest daily limit that any policy has, in major units.</summary>
    public const int HighestLimit = 2_000;

    /// <summary>The list of watched payees.</summary>
    public const string Watched = "watched";

    /// <summary>What it holds at first.</summary>
    public static readonly IReadOnlyList<string> FirstWatched = ["P1", "P2"];

    private static readonly Func<Random, string>[] Rules =
    [
        static random => $"amount > {random.Next(100, 600)}",
        static random => $"count(payments, 1h) > {random.Next(2, 9)}",
        static random => $"sum(amount, 10m) > {random.Next(100, 900)}",
        static random => $"average(amount, 24h) > {random.Next(100, 400)}",
        static random => $"distinct(toAccountNumber, 24h) > {random.Next(1, 4)}",
        static _ => "last(country, 7d) != country",
        static random => $"count(payments by device, 1h) > {random.Next(1, 6)}",
        static random => $"sum(amount by payee, 24h) > {random.Next(300, 3_000)}",
        static _ => "deviceIsNew",
        static random => $"riskScore > 0.2 and amount > {random.Next(50, 400)}",
        static _ => "toAccountNumber in @watched",
        static random => $"count(payments, 90s) > {random.Next(1, 5)}",

        // Short windows, at whose beginning there is often a payment.
        static random => $"count(payments, {random.Next(2, 8)}s) > {random.Next(1, 3)}",
        static random => $"sum(amount, {random.Next(2, 30)}s) > {random.Next(100, 600)}",
        static random => $"count(payments, {random.Next(61, 90)}m) > {random.Next(2, 9)}",
    ];

    private int number;

    private bool Sometimes => random.Next(3) == 0;

    /// <summary>The policy that every simulated tenant begins with.</summary>
    public static string First => new JsonObject
    {
        ["baseCurrency"] = "EUR",
        ["configurations"] = new JsonArray(Configuration("first", 1, new JsonArray(Limit(HighestLimit / 2), Rule("r1", Rules[0](new Random(1)), 0.9m), Rule("r6", "count(payments by device, 1h) > 3", 0.5m), Rule("r12", "count(payments, 3s) > 1", 0.1m)))),
        ["lists"] = WatchList(),
    }.ToJsonString();

    /// <summary>A policy file.</summary>
    /// <param name="now">Around which toggles and lists begin and end.</param>
    /// <returns>The file, and what is found in no other one.</returns>
    public (string Json, string Marker) Next(DateTimeOffset now)
    {
        var marker = string.Create(CultureInfo.InvariantCulture, $"marker{++number}");
        var rules = new JsonArray(Limit(random.Next(HighestLimit / 4, HighestLimit)));
        foreach (var place in Enumerable.Range(0, Rules.Length).Where(_ => Sometimes))
        {
            rules.Add(Rule($"r{place}", Rules[place](random), random.Next(1, 10) / 10m));
        }

        var configurations = new JsonArray(Configuration(marker, 2, rules));
        if (Sometimes)
        {
            var cards = Configuration(marker + "-cards", 1, new JsonArray(Limit(random.Next(HighestLimit / 4, HighestLimit)), Rule("r1", Rules[1](random), 0.6m)));
            cards["paymentType"] = "CARD";
            configurations.Add(cards);
        }

        var policy = new JsonObject { ["baseCurrency"] = "EUR", ["configurations"] = configurations, ["lists"] = Lists(now) };
        if (Sometimes)
        {
            policy["toggles"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(place => Toggle(place, now))]);
        }

        return (policy.ToJsonString(), marker);
    }

    private static JsonObject Limit(int limit) => Rule(LimitRule, $"sum(amount, 24h) > {limit}", 0.9m);

    private static JsonObject Rule(string name, string expression, decimal weight) => new() { ["name"] = name, ["expression"] = expression, ["weight"] = weight };

    private static JsonObject Configuration(string name, int priority, JsonArray rules) => new()
    {
        ["configurationName"] = name, ["paymentSource"] = "BOTH", ["riskAssessmentType"] = "REAL_TIME", ["priority"] = priority,
        ["riskRules"] = new JsonObject { ["customRules"] = rules },
        ["thresholds"] = new JsonObject { ["rejectThreshold"] = 0.8m, ["approveThreshold"] = 0.3m },
    };

    private static JsonObject WatchList() => new()
    {
        [Watched] = new JsonObject
        {
            ["kind"] = "WATCH", ["entries"] = new JsonArray([.. FirstWatched.Select(static value => (JsonNode)new JsonObject { ["value"] = value })]),
        },
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private JsonObject Toggle(int place, DateTimeOffset now)
    {
        var toggle = new JsonObject
        {
            ["isEnabled"] = Sometimes, ["priority"] = random.Next(1, 3), ["isActive"] = true,
            ["createdAt"] = string.Create(CultureInfo.InvariantCulture, $"2026-01-01T00:00:{place:00}Z"),
            ["paymentType"] = random.Next(2) == 0 ? "CARD" : "SEPA",
        };
        toggle[random.Next(2) == 0 ? "effectiveFrom" : "effectiveUntil"] = Text(now.AddSeconds(random.Next(-60, 1_200)));
        return toggle;
    }

    private JsonObject Lists(DateTimeOffset now)
    {
        var lists = keepsEntries ? new JsonObject { [Watched] = new JsonObject { ["kind"] = "WATCH" } } : WatchList();
        if (Sometimes)
        {
            var entry = new JsonObject { ["value"] = "P3" };
            if (Sometimes)
            {
                entry["expiresAt"] = Text(now.AddSeconds(random.Next(1, 1_200)));
            }

            lists["blocked"] = new JsonObject
            {
                ["kind"] = Sometimes ? "ALLOW" : "BLOCK", ["member"] = "toAccountNumber", ["mandatory"] = Sometimes, ["entries"] = new JsonArray(entry),
            };
        }

        return lists;
    }
}
