using System.Globalization;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Publishing;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Finds and compiles the policies that are to be tried.</summary>
public sealed class ChosenPolicies(DraftStore drafts, PolicyVersions versions, PolicyStore store, PolicyCatalog catalog, TimeProvider time)
{
    /// <summary>A policy, ready to decide.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="choice">Exactly one of the four.</param>
    /// <returns>
    /// The policy; or <c>POLICY_CHOICE</c>, <c>DRAFT_UNKNOWN</c>, <c>POLICY_VERSION_UNKNOWN</c>, <c>POLICY_MISSING</c>, <c>TOO_MANY_CONFIGURATIONS</c>, or everything for which it could not be
    /// published.
    /// </returns>
    internal async Task<Result<ChosenPolicy>> FindAsync(TenantId tenant, PolicyChoice choice)
    {
        if (choice.Count != 1)
        {
            return TrialErrors.Choice(choice.Count);
        }

        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        if (await store.ReadAsync(tenant, committed) is not { } inForce)
        {
            return PolicyErrors.Missing;
        }

        var stored = new StoredPolicy(committed + 1, [], PublishedMicroseconds: 0, inForce.TenantSinceMicroseconds);
        return choice switch
        {
            { Draft: { } draft } => await OfDraftAsync(tenant, stored, draft),
            { Version: { } version } => await OfVersionAsync(tenant, stored, version),
            { File: { } file } => await OfFileAsync(tenant, stored, file, PolicyDocumentReader.Read(inForce.Document).Value),
            _ => await OfConfigurationsAsync(tenant, stored, choice.Configurations!, PolicyDocumentReader.Read(inForce.Document).Value),
        };
    }

    private static string PlaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/configurations/{index}");

    private static bool HasId(RiskConfiguration configuration, RiskConfiguration sent) => configuration.Id == sent.Id;

    private async Task<Result<ChosenPolicy>> OfDraftAsync(TenantId tenant, StoredPolicy stored, Guid id)
    {
        if (await drafts.ReadAsync(tenant, id) is not { } draft)
        {
            return DraftErrors.Unknown(id);
        }

        var baseline = await versions.ReadAsync(tenant, draft.BaseVersion);
        var chosen = await CompileAsync(tenant, stored, PolicyDocumentReader.Read(draft.Document).Value, baseline.Value, draft.Name);
        return chosen.IsSuccess ? chosen.Value with { Draft = id, DraftTag = draft.Tag() } : chosen;
    }

    private async Task<Result<ChosenPolicy>> OfVersionAsync(TenantId tenant, StoredPolicy stored, int number)
    {
        var version = await versions.ReadAsync(tenant, number);
        if (!version.IsSuccess)
        {
            return Result.Failure<ChosenPolicy>(version.Errors);
        }

        var chosen = await CompileAsync(tenant, stored, version.Value, version.Value, string.Create(CultureInfo.InvariantCulture, $"version {number}"));
        return chosen.IsSuccess ? chosen.Value with { Version = number } : chosen;
    }

    private async Task<Result<ChosenPolicy>> OfFileAsync(TenantId tenant, StoredPolicy stored, ReadOnlyMemory<byte> file, PolicyDocument present)
    {
        var read = PolicyValidation.Check(file.Span, present);
        var policy = read.IsSuccess ? PolicyLists.Inherit(read.Value, present) : read;
        return policy.IsSuccess ? await CompileAsync(tenant, stored, policy.Value, present, "policy file") : Result.Failure<ChosenPolicy>(policy.Errors);
    }

    private async Task<Result<ChosenPolicy>> OfConfigurationsAsync(TenantId tenant, StoredPolicy stored, IReadOnlyList<ReadOnlyMemory<byte>> sent, PolicyDocument present)
    {
        if (sent.Count > PolicyChoice.MaximumConfigurations)
        {
            return TrialErrors.TooManyConfigurations(sent.Count);
        }

        var merged = present.Configurations.ToList();
        var places = new int[sent.Count];
        var errors = new List<Error>();
        var now = Instant.From(time.GetUtcNow());
        for (var i = 0; i < sent.Count; i++)
        {
            // What has no id gets one by its position, which is behind all that are there.
            var read = RiskConfigurationDocument.Read(sent[i].Span, position: PolicyDocument.MaximumConfigurations + i);
            places[i] = read.IsSuccess ? merged.FindIndex(one => HasId(one, read.Value)) : -1;
            var made = !read.IsSuccess ? read
                : places[i] >= 0 ? ConfigurationChange.Replace(merged[places[i]], read.Value, now)
                : ConfigurationChange.Create(read.Value, read.Value.Id, now);
            errors.AddRange(made.Errors.Select(error => error with { Member = PlaceOf(i) + error.Member }));
            if (made.IsSuccess)
            {
                places[i] = Put(merged, places[i], made.Value);
            }
        }

        return errors.Count > 0
            ? Result.Failure<ChosenPolicy>(errors)
            : await CompileAsync(tenant, stored, present with { Configurations = merged }, present, "configurations", places);
    }

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

    private async Task<Result<ChosenPolicy>> CompileAsync(TenantId tenant, StoredPolicy stored, PolicyDocument policy, PolicyDocument baseline, string name, int[]? places = null)
    {
        var compiled = await catalog.CompileAsync(tenant, stored, policy);
        return compiled.IsSuccess
            ? new ChosenPolicy(compiled.Value, baseline, name)
            : Result.Failure<ChosenPolicy>([.. compiled.Errors.Select(error => Relate(error, places ?? []))]);
    }

    /// <summary>Names a configuration of an error as the caller has numbered it.</summary>
    private static Error Relate(Error error, int[] places)
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
}
