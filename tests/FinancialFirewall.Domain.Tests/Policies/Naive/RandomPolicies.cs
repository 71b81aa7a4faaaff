using System.Globalization;
using System.Text.Json.Nodes;
using FinancialFirewall.Domain.Tests.Expressions;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>Makes random policy files that use every part of the contract, with settings near the values of <see cref="RandomTransfers"/>.</summary>
internal sealed class RandomPolicies(Random random)
{
    public static readonly Dictionary<string, HashSet<string>> WatchLists = new(StringComparer.Ordinal)
    {
        ["highRisk"] = ["FR", "ab", "EUR", "B1", "10.1.2.3"], ["watch-1"] = ["a", "REFUND", "Berlin"],
    };

    private static readonly string[] Sensible =
    [
        "count(payments, 1h) > 5", "sum(amount, 24h) > 20000", "average(amount, 7d) > 5000", "distinct(toAccountNumber, 24h) > 3", "last(country, 7d) != country",
        "count(payments by device, 1h where amount > 500) > 3", "max(originalAmount, 24h) < 14000", "distinct(fromAccountNumber by payee, 7d) >= 3",
        "riskScore > 0.2 and amount > 3000", "toAccountNumber in @highRisk", "deviceIsNew or accountAge < 2h", "amount % 7 == 0", "sum(amount, 10m where kind == 'PAYMENT') > 9000",
        "1000 / (amount - amount) > 1 and country == 'FR'", "hour(initiatedAt, 'Europe/Berlin') in [1, 2, 3]", "min(amount, 1h) < 100 and exists(last(deviceId, 1h))",
    ];

    /// <summary>A policy file; rarely one with more windows than a policy may have.</summary>
    public string Next()
    {
        var policy = new JsonObject
        {
            ["baseCurrency"] = "EUR",
            ["rates"] = new JsonObject { ["asOf"] = "2026-03-01", ["USD"] = "1.25", ["JPY"] = "160.37" },
            ["configurations"] = Several(random.Next(12) == 0 ? 0 : random.Next(1, 4), Configuration),
            ["toggles"] = Several(random.Next(5), Toggle),
            ["lists"] = Lists(),
        };
        return policy.ToJsonString();
    }

    private bool Sometimes => random.Next(3) == 0;

    private static JsonArray Several(int count, Func<int, JsonNode> make) => new([.. Enumerable.Range(0, count).Select(make)]);

    private decimal Unit() => random.Next(5) switch { 0 => random.Next(11) / 10m, 1 => random.Next(101) / 100m, _ => random.Next(10_001) / 10_000m };

    private string Time(double spreadHours) => new Instant(PolicyBench.Start.UnixMicroseconds + (long)(random.NextDouble() * spreadHours * 3_600e6)).ToString();

    private JsonNode Amount() => Sometimes
        ? new JsonObject { ["EUR"] = random.Next(1, 12_000), ["JPY"] = random.Next(1, 1_400_000) }
        : JsonValue.Create(random.Next(1, 1_200_000) / 100m);

    private void Scope(JsonObject target)
    {
        if (Sometimes)
        {
            target["paymentType"] = random.Next(2) == 0 ? "SEPA" : "CARD";
            if (Sometimes)
            {
                target["localInstrumentationCode"] = random.Next(2) == 0 ? "INST" : "CORE";
                if (Sometimes)
                {
                    target["clearingSystemCode"] = "TIPS";
                }
            }
        }
    }

    private JsonObject Toggle(int index)
    {
        var toggle = new JsonObject
        {
            ["isEnabled"] = random.Next(3) != 0, ["priority"] = random.Next(1, 4), ["isActive"] = random.Next(5) != 0,
            ["createdAt"] = string.Create(CultureInfo.InvariantCulture, $"2026-01-01T00:00:{index:00}Z"),
        };
        Scope(toggle);
        if (random.Next(2) == 0)
        {
            toggle["effectiveFrom"] = Time(20);
        }
        else if (random.Next(2) == 0)
        {
            toggle["effectiveUntil"] = Time(40);
        }

        return toggle;
    }

    private JsonObject Lists()
    {
        var lists = new JsonObject();
        foreach (var (name, values) in WatchLists)
        {
            lists[name] = new JsonObject { ["kind"] = "WATCH", ["entries"] = new JsonArray([.. values.Select(static value => (JsonNode)new JsonObject { ["value"] = value })]) };
        }

        (string Kind, string Member, string Value)[] others =
            [("BLOCK", "toAccountNumber", "B6"), ("ALLOW", "fromAccountNumber", "A4"), ("BLOCK", "country", "IR"), ("ALLOW", "toAccountNumber", "B5"), ("BLOCK", "ipAddress", "198.51.100.9")];
        foreach (var (kind, member, value) in others.Where(_ => random.Next(2) == 0))
        {
            var entry = new JsonObject { ["value"] = value };
            if (Sometimes)
            {
                entry["expiresAt"] = Time(60);
            }

            lists[$"{kind}-{member}"] = new JsonObject { ["kind"] = kind, ["member"] = member, ["mandatory"] = Sometimes, ["entries"] = new JsonArray(entry) };
        }

        return lists;
    }

    private JsonObject Configuration(int index)
    {
        var configuration = new JsonObject
        {
            ["configurationName"] = $"c{index}", ["isEnabled"] = random.Next(8) != 0, ["priority"] = random.Next(1, 3),
            ["paymentSource"] = Pick("BOTH", "BOTH", "BANK_CLIENT", "CLEARING_SYSTEM"),
            ["riskAssessmentType"] = Pick("REAL_TIME", "REAL_TIME", "BATCH", "HYBRID", "CUSTOM"),
            ["createdAt"] = string.Create(CultureInfo.InvariantCulture, $"2026-01-01T00:00:{index:00}Z"),
            ["riskRules"] = Rules(),
            ["thresholds"] = Thresholds(),
        };
        Scope(configuration);
        if (random.Next(5) == 0)
        {
            configuration["bankFraudApiConfig"] = new JsonObject { ["apiName"] = "e", ["apiUrl"] = "https://bank.example/s", ["enabled"] = random.Next(3) != 0 };
        }

        if (Sometimes)
        {
            configuration["fallbackConfig"] = new JsonObject { ["decision"] = Pick("APPROVE", "MANUAL_REVIEW", "HOLD", "ESCALATE", "REJECT"), ["riskLevel"] = Pick("LOW", "MEDIUM", "CRITICAL") };
        }

        if (random.Next(2) == 0)
        {
            configuration["decisionCriteria"] = Criteria();
        }

        return configuration;
    }

    private string Pick(params ReadOnlySpan<string> values) => values[random.Next(values.Length)];

    private string Condition() => random.Next(2) == 0 ? Sensible[random.Next(Sensible.Length)] : new RandomExpressions(random).Condition(random.Next(2)).Print();

    private JsonObject Thresholds()
    {
        var thresholds = new JsonObject { ["scoring"] = Pick("SUM", "NOISY_OR", "MAX") };
        foreach (var name in (string[])["rejectThreshold", "escalateThreshold", "holdThreshold", "manualReviewThreshold", "approveThreshold", "hybridThreshold"])
        {
            if (Sometimes)
            {
                thresholds[name] = Unit();
            }
        }

        if (Sometimes)
        {
            decimal[] bounds = [.. Enumerable.Range(0, 3).Select(_ => Unit()).Order()];
            thresholds["levels"] = new JsonObject { ["medium"] = bounds[0], ["high"] = bounds[1], ["critical"] = bounds[2] };
        }

        return thresholds;
    }

    private JsonObject Criteria()
    {
        var criteria = new JsonObject { ["manualReview"] = Criterion("min") };
        foreach (var name in (string[])["autoReject", "escalate", "hold"])
        {
            if (random.Next(2) == 0)
            {
                criteria[name] = Criterion("min");
            }
        }

        criteria["autoApprove"] = Criterion("max");
        return criteria;
    }

    private JsonObject Criterion(string bound)
    {
        var criterion = new JsonObject { [$"{bound}RiskScore"] = Unit() };
        if (Sometimes)
        {
            criterion[$"{bound}Amount"] = Amount();
        }

        if (Sometimes)
        {
            criterion["condition_a"] = Condition();
            criterion["condition_b"] = "amount > 20 AND ${riskScore} < 0.9";
        }

        return criterion;
    }

    private JsonObject Rules()
    {
        var rules = new JsonObject
        {
            ["customRules"] = Several(random.Next(1, 5), index => new JsonObject { ["name"] = $"r{index}", ["expression"] = Condition(), ["weight"] = Unit(), ["enabled"] = random.Next(8) != 0 }),
            ["weights"] = new JsonObject { ["highAmount"] = Unit(), ["newDevice"] = Unit(), ["offHours"] = Unit() },
        };
        (string Name, Func<JsonObject> Make)[] families =
        [
            ("amountRules", () => new() { ["highAmountThreshold"] = Amount(), ["veryHighAmountThreshold"] = Amount(), ["roundAmountRisk"] = true }),
            ("frequencyRules", () => new() { ["dailyThreshold"] = random.Next(2, 20), ["weeklyThreshold"] = random.Next(5, 60), ["dailyAmountThreshold"] = Amount() }),
            ("locationRules", () => new() { ["highRiskCountries"] = new JsonArray("IR", "FR"), ["suspiciousIpRanges"] = new JsonArray("192.168.0.0/16", "2001:db8::/32") }),
            ("timeRules", () => new() { ["offHoursRisk"] = true, ["weekendRisk"] = true, ["timeZone"] = "Europe/Berlin" }),
            ("accountRules", () => new() { ["newAccountRisk"] = true, ["newAccountDays"] = random.Next(1, 4), ["crossBorderRisk"] = true }),
            ("deviceRules", () => new() { ["newDeviceRisk"] = true, ["suspiciousUserAgents"] = new JsonArray("BER", "x") }),
            ("patternRules", () => new() { ["suspiciousReferencePatterns"] = new JsonArray("R.*7"), ["suspiciousDescriptionPatterns"] = new JsonArray("a.*", "Z.+") }),
        ];
        foreach (var (name, make) in families.Where(_ => random.Next(2) == 0))
        {
            rules[name] = make();
        }

        return rules;
    }
}
