using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Says everything that is wrong with a configuration while it is written, quickly enough to be asked after every word.</summary>
public static class ConfigurationValidation
{
    private const string Configurations = "/configurations";

    /// <summary>Looks at a configuration as a part of a policy, and keeps nothing.</summary>
    /// <param name="utf8">A JSON object of at most <see cref="RiskConfigurationDocument.MaximumLength"/> bytes; masks stand for the secrets of what it replaces.</param>
    /// <param name="replaced">The id of the configuration that it replaces; null, or one that the policy has not, for a new one.</param>
    /// <param name="policy">The policy that it is to be a part of.</param>
    public static ConfigurationFindings Check(ReadOnlySpan<byte> utf8, Guid? replaced, PolicyDocument policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var parsed = DocumentText.Parse(utf8, RiskConfigurationDocument.MaximumLength);
        if (!parsed.IsSuccess)
        {
            return new(parsed.Errors, []);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        if (DocumentObject.Open(json.RootElement, "", errors) is not { } document)
        {
            return new(errors.All, []);
        }

        var listNames = policy.Lists.Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);
        var sent = RiskConfigurationDocument.Read(document, position: 0);
        ConfigurationConditions.Check(sent, "", listNames, errors);
        var present = policy.Configurations.FirstOrDefault(one => one.Id == replaced);
        var restored = ConfigurationSecrets.Restore(sent, present);
        foreach (var error in restored.Errors)
        {
            errors.Add(error);
        }

        return errors.IsEmpty ? new([], Warn(AsAPart(restored.Value, present, policy), policy, listNames)) : new(errors.All, []);
    }

    /// <summary>With the id and the age that it will have: a new one is newer than all others.</summary>
    private static RiskConfiguration AsAPart(RiskConfiguration sent, RiskConfiguration? present, PolicyDocument policy) => present is not null
        ? sent with { Id = present.Id, CreatedAt = present.CreatedAt }
        : sent with { Id = Guid.Empty, CreatedAt = policy.Configurations.Select(static one => one.CreatedAt).DefaultIfEmpty(sent.CreatedAt).Max() };

    private static List<PolicyWarning> Warn(RiskConfiguration one, PolicyDocument policy, IReadOnlyCollection<string> listNames)
    {
        IReadOnlyList<RiskConfiguration> all = [one, .. policy.Configurations.Where(other => other.Id != one.Id)];
        var read = ConfigurationConditions.Read(one, "", listNames, new DocumentErrors());
        var first = JsonPointer.Item(Configurations, 0);
        return
        [
            .. ConfigurationChecks.Check(all).Where(warning => string.Equals(warning.Pointer, first, StringComparison.Ordinal)).Select(static warning => warning with { Pointer = "" }),
            .. DecisionChecks.Check(read, ""),
        ];
    }
}
