using System.Globalization;
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
    /// <param name="choice">Which one.</param>
    /// <returns>
    /// The policy; or <c>POLICY_CHOICE</c>, <c>DRAFT_UNKNOWN</c>, <c>POLICY_VERSION_UNKNOWN</c>, <c>POLICY_MISSING</c>, <c>TOO_MANY_CONFIGURATIONS</c>, or everything for which it could not be
    /// published.
    /// </returns>
    internal async Task<Result<ChosenPolicy>> FindAsync(TenantId tenant, PolicyChoice choice)
    {
        if (!choice.IsOnePolicy)
        {
            return TrialErrors.Choice(choice);
        }

        var committed = await store.GetCommittedVersionAsync(tenant) ?? 0;
        if (await store.ReadAsync(tenant, committed) is not { } inForce)
        {
            return PolicyErrors.Missing;
        }

        var named = await FindNamedAsync(tenant, choice, inForce);
        if (!named.IsSuccess)
        {
            return Result.Failure<ChosenPolicy>(named.Errors);
        }

        var stored = StoredPolicy.Unpublished(committed + 1, inForce.TenantSinceMicroseconds);
        return choice.Configurations is { } sent
            ? await CompileAsync(tenant, stored, named.Value, ConfigurationsInPlace.Of(named.Value.Policy, sent, Instant.From(time.GetUtcNow())))
            : await CompileAsync(tenant, stored, named.Value);
    }

    /// <summary>The policy that is named; the one in force where only configurations are stated.</summary>
    private async Task<Result<NamedPolicy>> FindNamedAsync(TenantId tenant, PolicyChoice choice, StoredPolicy inForce)
    {
        var present = PolicyDocumentReader.Read(inForce.Document).Value;
        return choice switch
        {
            { Draft: { } draft } => await FindDraftAsync(tenant, draft),
            { Version: { } version } => await FindVersionAsync(tenant, version),
            { File: { } file } => ReadFile(file, present),
            _ => new NamedPolicy(present, present, "configurations"),
        };
    }

    private async Task<Result<NamedPolicy>> FindDraftAsync(TenantId tenant, Guid id)
    {
        if (await drafts.ReadAsync(tenant, id) is not { } draft)
        {
            return DraftErrors.Unknown(id);
        }

        var baseline = await versions.ReadAsync(tenant, draft.BaseVersion);
        return new NamedPolicy(PolicyDocumentReader.Read(draft.Document).Value, baseline.Value, draft.Name) { Draft = id, DraftTag = draft.Tag() };
    }

    private async Task<Result<NamedPolicy>> FindVersionAsync(TenantId tenant, int number)
    {
        var version = await versions.ReadAsync(tenant, number);
        return version.IsSuccess
            ? new NamedPolicy(version.Value, version.Value, string.Create(CultureInfo.InvariantCulture, $"version {number}")) { Version = number }
            : Result.Failure<NamedPolicy>(version.Errors);
    }

    private static Result<NamedPolicy> ReadFile(ReadOnlyMemory<byte> file, PolicyDocument present)
    {
        var read = PolicyValidation.Check(file.Span, present);
        var policy = read.IsSuccess ? PolicyLists.Inherit(read.Value, present) : read;
        return policy.IsSuccess ? new NamedPolicy(policy.Value, present, "policy file") : Result.Failure<NamedPolicy>(policy.Errors);
    }

    private async Task<Result<ChosenPolicy>> CompileAsync(TenantId tenant, StoredPolicy stored, NamedPolicy named)
    {
        var compiled = await catalog.CompileAsync(tenant, stored, named.Policy);
        return compiled.IsSuccess
            ? new ChosenPolicy(compiled.Value, named.Baseline, named.Name) { Draft = named.Draft, DraftTag = named.DraftTag, Version = named.Version }
            : Result.Failure<ChosenPolicy>(compiled.Errors);
    }

    private async Task<Result<ChosenPolicy>> CompileAsync(TenantId tenant, StoredPolicy stored, NamedPolicy named, Result<ConfigurationsInPlace> put)
    {
        if (!put.IsSuccess)
        {
            return Result.Failure<ChosenPolicy>(put.Errors);
        }

        var name = named.Draft is null && named.Version is null ? named.Name : $"{named.Name}, with other configurations";
        var chosen = await CompileAsync(tenant, stored, named with { Policy = put.Value.Policy, Name = name });
        return chosen.IsSuccess ? chosen : Result.Failure<ChosenPolicy>([.. chosen.Errors.Select(put.Value.Relate)]);
    }
}
