using System.Collections.Immutable;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// All of a compiled policy that does not depend on what its lists hold, which changes more often than all the rest: versions that differ in that alone share
/// one. Immutable and thread-safe.
/// </summary>
internal sealed class PolicyProgram
{
    public PolicyProgram(PolicyDocument document, RateTable rates, PolicyWindows windows, IReadOnlyList<ReadConfiguration> read)
    {
        (Rates, Windows, Read) = (rates, windows, read);
        Frame = FrameOf(document);
        var lists = document.Lists.Select(static list => list.Name).ToList();
        var context = new CompilationContext(rates.Base.Exponent, windows.SlotOf, lists.IndexOf);
        Toggles = new ToggleTable(document.Toggles);
        Selection = new ConfigurationTable(document.Configurations);
        Configurations = [.. read.Select(configuration => configuration.Source.IsEnabled ? configuration.Compile(context) : null)];
        AccountWindows = WindowPlan.Create([.. windows.Account.Select(PolicyWindows.DefinitionOf)]).Value;
        KeyedWindows =
            [.. windows.Keyed.Select(aggregate => new KeyedWindow(aggregate.Key, PolicyWindows.DefinitionOf(aggregate), windows.SlotOf(aggregate)))];
        AccountPrograms = [.. windows.Account.Select(aggregate => ContributionProgram.Compile(aggregate, context))];
        Alike = [.. windows.Account.Select(aggregate => IndexOfSeries(windows.Account, aggregate))];
        KeyedPrograms = [.. windows.Keyed.Select(aggregate => ContributionProgram.Compile(aggregate, context))];
    }

    /// <summary>The document it was made from, without what lists hold: of equal documents the programs are equal.</summary>
    public ImmutableArray<byte> Frame { get; }

    /// <summary>The rates.</summary>
    public RateTable Rates { get; }

    /// <summary>The toggles.</summary>
    public ToggleTable Toggles { get; }

    /// <summary>Which configuration applies to which payments.</summary>
    public ConfigurationTable Selection { get; }

    /// <summary>The configurations, in the order of the document; null for one that is not enabled.</summary>
    public ImmutableArray<CompiledConfiguration?> Configurations { get; }

    /// <summary>All windows and their slots.</summary>
    public PolicyWindows Windows { get; }

    /// <summary>The windows over the debtor account's history.</summary>
    public WindowPlan AccountWindows { get; }

    /// <summary>The windows over other keys' histories.</summary>
    public IReadOnlyList<KeyedWindow> KeyedWindows { get; }

    /// <summary>What a payment adds to each of <see cref="AccountWindows"/>.</summary>
    public ImmutableArray<ContributionProgram> AccountPrograms { get; }

    /// <summary>What a payment adds to each of <see cref="KeyedWindows"/>.</summary>
    public ImmutableArray<ContributionProgram> KeyedPrograms { get; }

    /// <summary>The first window to which a payment adds the same: windows of one series differ in length alone.</summary>
    public ImmutableArray<int> Alike { get; }

    /// <summary>The configurations before they were compiled.</summary>
    public IReadOnlyList<ReadConfiguration> Read { get; }

    /// <summary>A document without what its lists hold, in its canonical form.</summary>
    public static ImmutableArray<byte> FrameOf(PolicyDocument document)
        => [.. PolicyDocumentWriter.Write(document.WithoutContents())];

    /// <summary>What asks for a list: the rules and criteria of configurations, in words.</summary>
    public IEnumerable<string> UsersOf(string list)
    {
        foreach (var configuration in Read)
        {
            for (var i = 0; i < configuration.Conditions.Count; i++)
            {
                if (ExpressionLeaves.ListNames(configuration.Conditions[i]).Contains(list, StringComparer.Ordinal))
                {
                    var what = i < configuration.Factors.Count ? $"the rule '{configuration.Factors[i].Name}'" : "a decision criterion";
                    yield return $"{what} of the configuration '{configuration.Source.ConfigurationName}'";
                }
            }
        }
    }

    private static int IndexOfSeries(IReadOnlyList<AggregateExpression> aggregates, AggregateExpression aggregate)
        => aggregates.TakeWhile(other => !string.Equals(other.SeriesId, aggregate.SeriesId, StringComparison.Ordinal)).Count();
}
