using System.Collections.Frozen;
using System.Globalization;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Turns a policy's document into what decides payments.</summary>
public static class PolicyCompiler
{
    /// <summary>Compiles a document that has been read and checked.</summary>
    /// <param name="document">The policy.</param>
    /// <param name="version">Its number in its tenant, from 1.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="tenantSince">Since when the tenant exists.</param>
    /// <param name="contents">What lists hold whose contents are kept beside the policy, by their hash; null where there are none.</param>
    /// <param name="previous">A version before: what it has in common with the new one is not compiled anew.</param>
    /// <returns>
    /// The policy, or everything that is wrong: with a JSON pointer to the member, and the line and column in a condition. A policy whose
    /// configurations have more than 32 windows together is refused.
    /// </returns>
    public static Result<CompiledPolicy> Compile(PolicyDocument document, int version, TenantId tenant, Instant tenantSince,
        IReadOnlyDictionary<string, ListContent>? contents = null, CompiledPolicy? previous = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var errors = new DocumentErrors();
        var lists = new ListCompiler(contents ?? FrozenDictionary<string, ListContent>.Empty, previous).Compile(document, errors);
        if (!errors.IsEmpty)
        {
            return Result.Failure<CompiledPolicy>(errors.All);
        }

        var program = previous is not null && previous.Program.Frame.AsSpan().SequenceEqual(PolicyProgram.FrameOf(document).AsSpan())
            ? previous.Program
            : CompileProgram(document, errors);
        if (program.Errors.Count > 0)
        {
            return Result.Failure<CompiledPolicy>(program.Errors);
        }

        var conditions = program.Value.Read.SelectMany(static configuration => configuration.Conditions);
        var identity = new PolicyIdentity(version, tenant, tenantSince, PolicyHash.Of(document, conditions));
        return new CompiledPolicy(identity, document, program.Value, lists);
    }

    private static Result<PolicyProgram> CompileProgram(PolicyDocument document, DocumentErrors errors)
    {
        var rates = RatesOf(document, errors);
        var listNames = document.Lists.Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);
        var read = ReadAll(document, listNames, errors);
        if (rates is null || !errors.IsEmpty)
        {
            return Result.Failure<PolicyProgram>(errors.All);
        }

        var windows = PolicyWindows.Collect(read.Where(static one => one.Source.IsEnabled).SelectMany(static one => one.Conditions));
        return windows.IsSuccess ? new PolicyProgram(document, rates, windows.Value, read) : Result.Failure<PolicyProgram>(windows.Errors);
    }

    private static List<ReadConfiguration> ReadAll(PolicyDocument document, HashSet<string> listNames, DocumentErrors errors)
    {
        var all = new List<ReadConfiguration>(document.Configurations.Count);
        for (var i = 0; i < document.Configurations.Count && !errors.IsFull; i++)
        {
            all.Add(ConfigurationConditions.Read(document.Configurations[i], JsonPointer.Item("/configurations", i), listNames, errors));
        }

        return all;
    }

    private static RateTable? RatesOf(PolicyDocument document, DocumentErrors errors)
    {
        if (!CurrencyTable.TryFind(document.BaseCurrency, out var baseCurrency))
        {
            errors.Add("CURRENCY_UNKNOWN", "/baseCurrency", document.BaseCurrency, "An ISO 4217 code such as EUR is expected.");
            return null;
        }

        if (document.Rates.Count == 0)
        {
            return RateTable.Empty(baseCurrency);
        }

        if (!DateTimeOffset.TryParse(
            document.RatesAsOf, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asOf))
        {
            errors.Add("TIME_INVALID", "/rates/asOf", document.RatesAsOf ?? "", "The day of the rates is expected, such as 2026-03-01.");
            return null;
        }

        var texts = document.Rates.Select(static rate => KeyValuePair.Create(rate.Key, rate.Value.ToString(CultureInfo.InvariantCulture)));
        var rates = RateTable.Create(baseCurrency, Instant.From(asOf), texts);
        foreach (var error in rates.Errors)
        {
            errors.Add(error);
        }

        return rates.IsSuccess ? rates.Value : null;
    }
}
