using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary><c>riskRules</c> as JSON.</summary>
internal static class RiskRulesDocument
{
    internal static RiskRules Read(DocumentObject document)
    {
        var custom = document.Objects("customRules", RiskRules.MaximumFactors, ReadCustomRule);
        var rules = new RiskRules
        {
            AmountRules = document.Child("amountRules", RuleFamilyDocuments.ReadAmount),
            FrequencyRules = document.Child("frequencyRules", RuleFamilyDocuments.ReadFrequency),
            LocationRules = document.Child("locationRules", RuleFamilyDocuments.ReadLocation),
            TimeRules = document.Child("timeRules", RuleFamilyDocuments.ReadTime),
            AccountRules = document.Child("accountRules", RuleFamilyDocuments.ReadAccount),
            DeviceRules = document.Child("deviceRules", RuleFamilyDocuments.ReadDevice),
            PatternRules = document.Child("patternRules", RuleFamilyDocuments.ReadPattern),
            CustomRules = custom,
            Weights = document.Child("weights", weights => ReadWeights(weights, custom ?? [])),
            Scoring = document.Choice<ScoringMethod>("scoring"),
        };
        document.Close();
        CheckNames(custom ?? [], document);
        return rules;
    }

    internal static void Write(DocumentWriter writer, RiskRules rules)
    {
        writer.Child("amountRules", rules.AmountRules, RuleFamilyDocuments.Write);
        writer.Child("frequencyRules", rules.FrequencyRules, RuleFamilyDocuments.Write);
        writer.Child("locationRules", rules.LocationRules, RuleFamilyDocuments.Write);
        writer.Child("timeRules", rules.TimeRules, RuleFamilyDocuments.Write);
        writer.Child("accountRules", rules.AccountRules, RuleFamilyDocuments.Write);
        writer.Child("deviceRules", rules.DeviceRules, RuleFamilyDocuments.Write);
        writer.Child("patternRules", rules.PatternRules, RuleFamilyDocuments.Write);
        writer.Objects("customRules", rules.CustomRules, WriteCustomRule);
        writer.Child("weights", rules.Weights, WriteWeights);
        writer.Choice("scoring", rules.Scoring);
    }

    private static CustomRule ReadCustomRule(DocumentObject document)
    {
        var name = document.RequiredText("name", CustomRule.MaximumNameLength);
        var expression = document.RequiredText("expression", ExpressionSource.MaximumLength);
        var weight = document.Score("weight");
        if (weight is null && !document.Has("weight"))
        {
            document.RefuseMissing("weight", "a number from 0 to 1.");
        }

        var enabled = document.Truth("enabled");
        document.Close();
        return new CustomRule(name, expression, weight ?? default, enabled);
    }

    private static void WriteCustomRule(DocumentWriter writer, CustomRule rule)
    {
        writer.Text("name", rule.Name);
        writer.Text("expression", rule.Expression);
        writer.Score("weight", rule.Weight);
        writer.Truth("enabled", rule.Enabled);
    }

    private static List<KeyValuePair<string, Score>> ReadWeights(DocumentObject document, IReadOnlyList<CustomRule> custom)
    {
        IReadOnlyList<string> factors = [.. FamilyFactors.Names, .. custom.Select(rule => rule.Name)];
        var weights = new List<KeyValuePair<string, Score>>();
        foreach (var name in document.Names)
        {
            if (!factors.Contains(name, StringComparer.Ordinal))
            {
                var value = DocumentObject.Show(document.Take(name) ?? default(JsonElement));
                document.Refuse(name, "FACTOR_UNKNOWN", value, $"There is no factor '{name}'. {NameOffer.For(name, factors)}");
            }
            else if (document.Score(name) is { } weight)
            {
                weights.Add(new(name, weight));
            }
        }

        return weights;
    }

    private static void WriteWeights(DocumentWriter writer, IReadOnlyList<KeyValuePair<string, Score>> weights)
    {
        foreach (var (name, weight) in weights)
        {
            writer.Score(name, weight);
        }
    }

    private static void CheckNames(IReadOnlyList<CustomRule> custom, DocumentObject document)
    {
        var names = new HashSet<string>(FamilyFactors.Names, StringComparer.Ordinal);
        for (var i = 0; i < custom.Count; i++)
        {
            var name = custom[i].Name;
            if (name.Length == 0 || names.Add(name))
            {
                continue;
            }

            var pointer = JsonPointer.Member(JsonPointer.Item(document.At("customRules"), i), "name");
            var taken = FamilyFactors.Names.Contains(name, StringComparer.Ordinal) ? "a factor of the rule families" : "another custom rule";
            document.Errors.Add("RULE_NAME_TAKEN", pointer, name, $"'{name}' is the name of {taken}; give this rule a name of its own.");
        }

        if (names.Count > RiskRules.MaximumFactors)
        {
            var most = RiskRules.MaximumFactors - FamilyFactors.Names.Count;
            document.Refuse("customRules", "TOO_MANY", "", $"There are {custom.Count} custom rules; at most {most} are accepted.");
        }
    }
}
