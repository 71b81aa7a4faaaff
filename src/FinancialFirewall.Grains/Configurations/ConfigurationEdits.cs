using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Grains.Configurations;

/// <summary>Changes of one configuration in a policy, in force or not.</summary>
internal static class ConfigurationEdits
{
    /// <summary>Adds a configuration.</summary>
    public static Result<PolicyEdit<RiskConfiguration>> Create(PolicyDocument policy, RiskConfiguration sent, Guid id, Instant now)
    {
        if (policy.Configurations.Count >= PolicyDocument.MaximumConfigurations)
        {
            return ConfigurationErrors.TooMany(PolicyDocument.MaximumConfigurations);
        }

        var created = ConfigurationChange.Create(sent, id, now);
        return created.IsSuccess
            ? new PolicyEdit<RiskConfiguration>(
                policy with { Configurations = [.. policy.Configurations, created.Value] },
                created.Value,
                ConfigurationNotes.Created(created.Value),
                PlaceOf(policy.Configurations.Count))
            : Result.Failure<PolicyEdit<RiskConfiguration>>(created.Errors);
    }

    /// <summary>Replaces a configuration.</summary>
    public static Result<PolicyEdit<RiskConfiguration>> Replace(PolicyDocument policy, Guid id, SentConfiguration sent, Instant now)
    {
        var present = Find(policy, id, sent.Tag);
        if (!present.IsSuccess)
        {
            return Result.Failure<PolicyEdit<RiskConfiguration>>(present.Errors);
        }

        var changed = ConfigurationChange.Replace(present.Value, sent.Configuration, now);
        return changed.IsSuccess
            ? new PolicyEdit<RiskConfiguration>(
                policy with { Configurations = [.. policy.Configurations.Select(one => one.Id == id ? changed.Value : one)] },
                changed.Value,
                ConfigurationNotes.Changed(present.Value, changed.Value),
                PlaceOf(policy.Configurations.TakeWhile(one => one.Id != id).Count()))
            : Result.Failure<PolicyEdit<RiskConfiguration>>(changed.Errors);
    }

    /// <summary>Takes a configuration away.</summary>
    public static Result<PolicyEdit<RiskConfiguration>> Delete(PolicyDocument policy, Guid id, string? tag)
    {
        var present = Find(policy, id, tag);
        return present.IsSuccess
            ? new PolicyEdit<RiskConfiguration>(
                policy with { Configurations = [.. policy.Configurations.Where(one => one.Id != id)] }, present.Value, ConfigurationNotes.Deleted(present.Value))
            : Result.Failure<PolicyEdit<RiskConfiguration>>(present.Errors);
    }

    private static Result<RiskConfiguration> Find(PolicyDocument policy, Guid id, string? tag)
        => policy.Configurations.FirstOrDefault(one => one.Id == id) is not { } present ? ConfigurationErrors.Unknown(id)
            : tag is not null && !string.Equals(tag, RiskConfigurationDocument.TagOf(present), StringComparison.Ordinal) ? ConfigurationErrors.Changed(tag)
            : present;

    private static string PlaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/configurations/{index}");
}
