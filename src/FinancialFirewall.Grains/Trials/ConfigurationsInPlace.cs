using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Grains.Trials;

/// <summary>A policy in which configurations stand in place of others, or beside them.</summary>
internal sealed class ConfigurationsInPlace
{
    private readonly int[] places;

    private ConfigurationsInPlace(PolicyDocument policy, int[] places) => (Policy, this.places) = (policy, places);

    /// <summary>The policy.</summary>
    public PolicyDocument Policy { get; }

    /// <summary>Puts each configuration in the place of the one of its id; without an id, or with one that is not there, it is added.</summary>
    /// <param name="policy">The policy around them.</param>
    /// <param name="sent">A UTF-8 JSON object each.</param>
    /// <param name="now">When what is new counts as created.</param>
    /// <returns>The policy; or <c>TOO_MANY_CONFIGURATIONS</c>, or everything that is wrong with them, by their places in what was sent.</returns>
    public static Result<ConfigurationsInPlace> Of(PolicyDocument policy, IReadOnlyList<ReadOnlyMemory<byte>> sent, Instant now)
    {
        if (sent.Count > PolicyChoice.MaximumConfigurations)
        {
            return TrialErrors.TooManyConfigurations(sent.Count);
        }

        var merged = policy.Configurations.ToList();
        var found = new int[sent.Count];
        var errors = new List<Error>();
        for (var i = 0; i < sent.Count; i++)
        {
            // What has no id gets one by its position, which is behind all that are there.
            var read = RiskConfigurationDocument.Read(sent[i].Span, position: PolicyDocument.MaximumConfigurations + i);
            found[i] = read.IsSuccess ? merged.FindIndex(one => HasId(one, read.Value)) : -1;
            var made = !read.IsSuccess ? read
                : found[i] >= 0 ? ConfigurationChange.Replace(merged[found[i]], read.Value, now)
                : ConfigurationChange.Create(read.Value, read.Value.Id, now);
            errors.AddRange(made.Errors.Select(error => error with { Member = PlaceOf(i) + error.Member }));
            if (made.IsSuccess)
            {
                found[i] = Put(merged, found[i], made.Value);
            }
        }

        return errors.Count > 0 ? Result.Failure<ConfigurationsInPlace>(errors) : new ConfigurationsInPlace(policy with { Configurations = merged }, found);
    }

    /// <summary>Names a configuration of an error as the caller has numbered it.</summary>
    public Error Relate(Error error)
    {
        for (var i = 0; i < places.Length; i++)
        {
            var pointer = PlaceOf(places[i]) + "/";
            if (error.Member.StartsWith(pointer, StringComparison.Ordinal))
            {
                return error with { Member = PlaceOf(i) + "/" + error.Member[pointer.Length..] };
            }
        }

        return error;
    }

    private static string PlaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/configurations/{index}");

    private static bool HasId(RiskConfiguration configuration, RiskConfiguration sent) => configuration.Id == sent.Id;

    private static int Put(List<RiskConfiguration> merged, int place, RiskConfiguration configuration)
    {
        if (place < 0)
        {
            merged.Add(configuration);
            return merged.Count - 1;
        }

        merged[place] = configuration;
        return place;
    }
}
