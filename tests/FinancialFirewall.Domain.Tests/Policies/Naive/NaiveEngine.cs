using System.Numerics;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tests.Expressions;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Policies.Naive;

/// <summary>
/// The contract, read aloud: toggles, lists, configurations, scores and decisions over plain facts, with decimals and strings. It shares the policy's
/// document, the trees of its conditions and nothing else with the compiled policy.
/// </summary>
internal sealed class NaiveEngine
{
    private static readonly string[] Severity = ["APPROVE", "MANUAL_REVIEW", "HOLD", "ESCALATE", "REJECT"];
    private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];

    private readonly PolicyDocument document;
    private readonly Instant tenantSince;
    private readonly List<IReadOnlyList<Factor>> factors;
    private readonly List<AggregateExpression> aggregates;
    private readonly NaiveLog log;

    /// <summary>Reads a policy.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="tenantSince">When the tenant was created.</param>
    /// <param name="log">What happened before, under other policies.</param>
    public NaiveEngine(PolicyDocument document, Instant tenantSince, NaiveLog? log = null)
    {
        this.log = log ?? new();
        this.document = document;
        this.tenantSince = tenantSince;
        factors = [.. document.Configurations.Select(FactorsOf)];
        aggregates = [.. factors.SelectMany(static list => list).Select(static factor => factor.Condition)
            .Concat(document.Configurations.SelectMany(Conditions))
            .SelectMany(static condition => ExpressionLeaves.Aggregates(condition)).DistinctBy(static aggregate => aggregate.Id, StringComparer.Ordinal)];
    }

    /// <summary>The aggregates that any condition names.</summary>
    public IReadOnlyList<AggregateExpression> Aggregates => aggregates;

    /// <summary>Decides a payment and takes it into the log.</summary>
    /// <param name="facts">The payment.</param>
    /// <param name="at">When.</param>
    /// <param name="given">The values of aggregates that are known from elsewhere, by their ids; nothing for one that is absent.</param>
    public NaiveVerdict Assess(NaiveFacts facts, long at, IReadOnlyDictionary<string, object?>? given = null)
    {
        var account = (string)facts["fromAccountNumber"]!;
        var firstSeen = log.FirstSeen.GetValueOrDefault(account, at);
        var opened = facts["fromAccountOpenedAt"] is BigInteger day ? day : firstSeen > tenantSince.UnixMicroseconds ? firstSeen : (BigInteger?)null;
        if (opened is { } since)
        {
            facts.Values["accountAge"] = at - since;
        }

        facts.Values["tenantAge"] = (BigInteger)at - tenantSince.UnixMicroseconds;
        facts.Values["riskScore"] = 0m;
        facts.Values["deviceIsNew"] = facts["deviceId"] is string device && log.Devices.TryGetValue(account, out var used) && used.Count > 0 && !used.Contains(device);
        foreach (var aggregate in aggregates)
        {
            var isGiven = given is not null && given.ContainsKey(aggregate.Id);
            if ((isGiven ? given![aggregate.Id] : log.Measure(aggregate, facts, at)) is { } value)
            {
                facts.Values[aggregate.Id] = value;
            }
        }

        var verdict = Decide(facts, new Instant(at));
        log.Record(facts, verdict.Decision is not "REJECT", at);
        return verdict;
    }

    private NaiveVerdict Decide(NaiveFacts facts, Instant now)
    {
        var enabled = IsEnabled(facts, now);
        var list = document.Lists.FirstOrDefault(one => one.Kind == ListKind.Block && one.Mandatory && Holds(one, facts, now));
        if (!enabled)
        {
            return list is null ? Plain("APPROVE", "ToggleDisabled") : Plain("REJECT", "BlockList");
        }

        list ??= document.Lists.FirstOrDefault(one => one.Kind == ListKind.Block && Holds(one, facts, now))
            ?? document.Lists.FirstOrDefault(one => one.Kind == ListKind.Allow && one.Mandatory && Holds(one, facts, now))
            ?? document.Lists.FirstOrDefault(one => one.Kind == ListKind.Allow && Holds(one, facts, now));
        var listStep = list?.Kind switch { null => null, ListKind.Block => "BlockList", _ => "AllowList" };
        var index = Find(facts);
        if (index < 0)
        {
            return listStep switch { "BlockList" => Plain("REJECT", listStep), "AllowList" => Plain("APPROVE", listStep), _ => Plain("MANUAL_REVIEW", "NoConfiguration") };
        }

        return DecideBy(document.Configurations[index], factors[index], listStep, facts);
    }

    private static NaiveVerdict Plain(string decision, string step) => new(decision, "LOW", 0, "", "", Degraded: false, step);

    private static NaiveVerdict DecideBy(RiskConfiguration configuration, IReadOnlyList<Factor> factors, string? listStep, NaiveFacts facts)
    {
        var (held, unknown, score) = (new List<string>(), new List<string>(), 0m);
        foreach (var factor in factors)
        {
            var holds = NaiveInterpreter.Holds(factor.Condition, facts);
            if (holds == true)
            {
                held.Add(factor.Name);
                var weight = factor.Weight.ToDecimal();
                score = configuration.Scoring switch
                {
                    ScoringMethod.Sum => Math.Min(1, score + weight),
                    ScoringMethod.Max => Math.Max(score, weight),
                    _ => decimal.Round(1 - ((1 - score) * (1 - weight)), 4, MidpointRounding.ToEven),
                };
                facts.Values["riskScore"] = score;
            }
            else if (holds is null)
            {
                unknown.Add(factor.Name);
            }
        }

        var (decision, step, missing) = listStep switch
        {
            "BlockList" => ("REJECT", listStep, false),
            "AllowList" => ("APPROVE", listStep, false),
            _ => NaiveCriteria.Decide(configuration, score, facts),
        };
        var degraded = unknown.Count > 0 || missing || (listStep is not "BlockList" && AwaitsEngine(configuration, score));
        var level = LevelOf(configuration, score);
        if (degraded)
        {
            var fallback = EnumNames<Decision>.Of(configuration.FallbackConfig?.Decision ?? Decision.ManualReview);
            decision = Severity[Math.Max(Array.IndexOf(Severity, decision), Array.IndexOf(Severity, fallback))];
            level = configuration.FallbackConfig?.RiskLevel is { } least ? Levels[Math.Max(Array.IndexOf(Levels, level), (int)least - 1)] : level;
        }

        return new(decision, level, score, string.Join(',', held), string.Join(',', unknown), degraded, step);
    }

    private static bool AwaitsEngine(RiskConfiguration configuration, decimal score)
        => configuration.BankFraudApiConfig is { Enabled: not false } && configuration.RiskAssessmentType switch
        {
            RiskAssessmentType.RealTime => true,
            RiskAssessmentType.Hybrid => score >= (configuration.Thresholds?.HybridThreshold?.ToDecimal() ?? 0.3m),
            _ => false,
        };

    private static string LevelOf(RiskConfiguration configuration, decimal score)
    {
        var levels = configuration.Thresholds?.Levels;
        return score >= (levels?.Critical?.ToDecimal() ?? 0.8m) ? "CRITICAL"
            : score >= (levels?.High?.ToDecimal() ?? 0.6m) ? "HIGH"
            : score >= (levels?.Medium?.ToDecimal() ?? 0.3m) ? "MEDIUM"
            : "LOW";
    }

    private static bool Holds(ListDefinition list, NaiveFacts facts, Instant now)
        => list.Member is { } member && facts[char.ToLowerInvariant(member.ToString()[0]) + member.ToString()[1..]] is string value
            && list.Entries.Any(entry => string.Equals(entry.Value, value, StringComparison.Ordinal) && !(entry.ExpiresAt <= now));

    private static bool Fits(ToggleContext scope, NaiveFacts facts)
        => Fits(scope.PaymentType, facts["paymentType"]) && Fits(scope.LocalInstrumentationCode, facts["localInstrumentationCode"])
            && Fits(scope.ClearingSystemCode, facts["clearingSystemCode"]);

    private static bool Fits(string? named, object? value) => named is null || named.Equals(value);

    private bool IsEnabled(NaiveFacts facts, Instant now)
        => document.Toggles
            .Where(toggle => toggle.IsActive && !(toggle.EffectiveFrom > now) && !(toggle.EffectiveUntil <= now) && Fits(toggle.Scope, facts))
            .OrderByDescending(static toggle => toggle.Level).ThenBy(static toggle => toggle.Priority).ThenByDescending(static toggle => toggle.CreatedAt)
            .FirstOrDefault()?.IsEnabled ?? true;

    private int Find(NaiveFacts facts)
        => Enumerable.Range(0, document.Configurations.Count)
            .Where(i => document.Configurations[i] is { IsEnabled: true } one && Fits(one.Scope, facts) && one.PaymentSource switch
            {
                ConfiguredPaymentSource.Both => true,
                ConfiguredPaymentSource.BankClient => facts["paymentSource"] is "BANK_CLIENT",
                _ => facts["paymentSource"] is "CLEARING_SYSTEM",
            })
            .OrderBy(i => document.Configurations[i].Priority).ThenByDescending(i => document.Configurations[i].Level)
            .ThenBy(i => document.Configurations[i].PaymentSource == ConfiguredPaymentSource.Both).ThenByDescending(i => document.Configurations[i].CreatedAt)
            .ThenBy(i => document.Configurations[i].Id).FirstOrDefault(-1);

    private static IReadOnlyList<Factor> FactorsOf(RiskConfiguration configuration)
        => configuration.RiskRules is not { } rules ? []
            : configuration.RiskAssessmentType == RiskAssessmentType.Custom ? RuleFamilies.BuildCustom(rules).Value
            : RuleFamilies.Build(rules).Value;

    private static IEnumerable<Expression> Conditions(RiskConfiguration configuration) => NaiveCriteria.All(configuration.DecisionCriteria)
        .SelectMany(static pair => pair.Criterion.Conditions).Select(static condition => ExpressionParser.Parse(condition.Expression).Value);
}
