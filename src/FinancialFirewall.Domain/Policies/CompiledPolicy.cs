using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Expressions;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Histories;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Rules;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>
/// A tenant's policy as it decides payments. Immutable, and safe for use from several threads, each with its own frame. For each payment the caller
/// <list type="number">
/// <item>loads the frame, and calls <see cref="Prepare"/>, which says what the payment adds to each window;</item>
/// <item>measures the account's windows into the first of the frame's aggregates, and each of <see cref="KeyedWindows"/> into its place; one whose
/// key the payment does not name is absent (<see cref="AggregateValue.Absent"/>); and sets what is known of account and device;</item>
/// <item>calls <see cref="Decide"/>, and records the payment in the histories as <see cref="Outcome.IsAccepted"/> says.</item>
/// </list>
/// </summary>
public sealed class CompiledPolicy
{
    private readonly RateTable rates;
    private readonly ToggleTable toggles;
    private readonly ConfigurationTable configurations;
    private readonly WatchedLists watchedLists;
    private readonly ImmutableArray<CompiledConfiguration?> compiled;
    private readonly ImmutableArray<ContributionProgram> accountPrograms;
    private readonly ImmutableArray<ContributionProgram> keyedPrograms;
    private readonly PolicyWindows windows;
    private readonly ImmutableArray<int> alike;
    private readonly ListMatcher[] lists;

    internal CompiledPolicy(PolicyIdentity identity, PolicyDocument document, PolicyProgram program, ListMatcher[] lists)
    {
        Version = identity.Version;
        Tenant = identity.Tenant;
        TenantHash = XxHash64.Hash(Encoding.ASCII.GetBytes(identity.Tenant.Name));
        TenantSince = identity.TenantSince;
        Hash = identity.Hash;
        Document = document;
        Program = program;
        SlotCount = program.AccountWindows.Count + program.KeyedWindows.Count;
        this.lists = lists;
        (rates, toggles, configurations, compiled) = (program.Rates, program.Toggles, program.Selection, program.Configurations);
        (windows, alike, accountPrograms, keyedPrograms) = (program.Windows, program.Alike, program.AccountPrograms, program.KeyedPrograms);
        watchedLists = new WatchedLists(document.Lists.SelectMany((list, index) => Watch(list, index, lists)));
        Warnings = PolicyChecks.Check(document, program.Read);
    }

    /// <summary>The policy's number in its tenant, from 1.</summary>
    public int Version { get; }

    /// <summary>The tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Since when the tenant exists: no account was seen before.</summary>
    public Instant TenantSince { get; }

    /// <summary>What it decides by, as 64 hexadecimal digits: policies of equal hash decide alike.</summary>
    public string Hash { get; }

    /// <summary>What it was compiled from.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The currency in which amounts are compared and summed.</summary>
    public Currency BaseCurrency => rates.Base;

    /// <summary>What is allowed and surely not meant.</summary>
    public IReadOnlyList<PolicyWarning> Warnings { get; }

    /// <summary>The windows over the debtor account's history; window n is aggregate n of the frame.</summary>
    public WindowPlan AccountWindows => Program.AccountWindows;

    /// <summary>The windows over other keys' histories.</summary>
    public IReadOnlyList<KeyedWindow> KeyedWindows => Program.KeyedWindows;

    /// <summary>How many of the frame's aggregates it uses.</summary>
    public int SlotCount { get; }

    /// <summary>Whether payments of a kind count in windows: refunds, reversals and returns only release what their original reserved.</summary>
    public static bool CountsInWindows(PaymentKind kind) => kind is not (PaymentKind.Refund or PaymentKind.Reversal or PaymentKind.Return);

    /// <summary>The member whose value names the history that a key stands for.</summary>
    public static PaymentMember KeyMember(AggregateKey key) => AggregateTypes.MemberOf(key);

    /// <summary>
    /// Works out the amount in the base currency, and what the payment adds to each window. Pure, and allocates nothing.
    /// </summary>
    /// <param name="frame">The payment; takes its base amount and its currency.</param>
    /// <param name="account">Takes a contribution for each of <see cref="AccountWindows"/>.</param>
    /// <param name="keyed">Takes a contribution for each of <see cref="KeyedWindows"/>; without its key a payment adds nothing.</param>
    /// <exception cref="IndexOutOfRangeException">There is not room for all contributions.</exception>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Prepare(EvaluationFrame frame, Span<Contribution> account, Span<Contribution> keyed)
    {
        var payment = frame.Payment;
        Enter(frame);
        frame.HasBaseAmount = rates.TryToBase(payment.AmountMinor, payment.CurrencyNumber, out var baseAmount);
        frame.BaseAmountMinor = baseAmount;
        var counts = CountsInWindows(payment.Kind);
        for (var i = 0; i < accountPrograms.Length; i++)
        {
            if (!counts)
            {
                account[i] = default;
            }
            else if (!accountPrograms[i].TryWrite(frame, ref account[i]))
            {
                account[i] = alike[i] < i ? account[alike[i]] : accountPrograms[i].Of(frame);
            }
        }

        for (var i = 0; i < keyedPrograms.Length; i++)
        {
            keyed[i] = counts && payment.Has(KeyMember(windows.Keyed[i].Key)) ? keyedPrograms[i].Of(frame) : default;
        }
    }

    /// <summary>
    /// Works out what a release takes out of each of <see cref="AccountWindows"/>: its amounts, where the original payment passes the window's filter.
    /// What is no amount leaves a window only when the payment as a whole is undone.
    /// </summary>
    /// <param name="frame">The original payment.</param>
    /// <param name="baseAmountMinor">How much, in minor units of the base currency; nothing where there was no rate.</param>
    /// <param name="originalAmountMinor">How much, in minor units of the original's own currency.</param>
    /// <param name="isEntire">Whether the payment as a whole is undone.</param>
    /// <param name="amounts">Takes what leaves each window.</param>
    public void PrepareRelease(
        EvaluationFrame frame, long? baseAmountMinor, long originalAmountMinor, bool isEntire, Span<Contribution> amounts)
    {
        var payment = frame.Payment;
        Enter(frame);
        // Filters look at the payment as it was; only what is taken out is the released part.
        frame.HasBaseAmount = rates.TryToBase(payment.AmountMinor, payment.CurrencyNumber, out var wholeBaseAmount);
        frame.BaseAmountMinor = wholeBaseAmount;
        for (var i = 0; i < accountPrograms.Length; i++)
        {
            var contribution = CountsInWindows(payment.Kind) ? accountPrograms[i].Of(frame) : default;
            amounts[i] = accountPrograms[i].Form switch
            {
                ArgumentForm.BaseAmount => baseAmountMinor is { } released ? contribution with { Number = released } : default,
                ArgumentForm.OriginalAmount => contribution with
                {
                    Number = originalAmountMinor * ScaledUnits.Power(ScaledUnits.MaximumCurrencyDecimals - frame.CurrencyDecimals),
                },
                _ => isEntire ? contribution : default,
            };
        }
    }

    /// <summary>
    /// Decides: toggles, lists, the configuration that applies, its rules, its criteria or thresholds, and what could not be evaluated. Pure, and
    /// allocates nothing once the frame has been used.
    /// </summary>
    /// <param name="frame">The payment, its base amount, its aggregates, and what is known of account and device.</param>
    /// <param name="outcome">Takes the decision.</param>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Decide(EvaluationFrame frame, ref Outcome outcome)
    {
        var payment = frame.Payment;
        Enter(frame);
        frame.RiskScore = default;
        var isEnabled = toggles.IsEnabled(payment, frame.AssessedAt, out var toggle);
        var list = watchedLists.Find(frame, onlyMandatoryBlocks: !isEnabled);
        outcome = new Outcome
        {
            ConfigurationIndex = -1,
            ToggleIndex = (short)toggle,
            ListIndex = list?.Index ?? -1,
            Flags = isEnabled ? OutcomeFlags.FraudCheckEnabled : OutcomeFlags.None,
            Step = list is null ? DecisionStep.None : list.Kind == ListKind.Block ? DecisionStep.BlockList : DecisionStep.AllowList,
        };
        if (!isEnabled)
        {
            Settle(list is null ? DecisionStep.ToggleDisabled : outcome.Step, ref outcome);
        }
        else if (configurations.Find(payment) is >= 0 and var index)
        {
            outcome.ConfigurationIndex = (short)index;
            DecideBy(compiled[index]!, frame, ref outcome);
        }
        else
        {
            Settle(list is null ? DecisionStep.NoConfiguration : outcome.Step, ref outcome);
        }
    }

    /// <summary>The configuration at a place of an outcome.</summary>
    public RiskConfiguration ConfigurationAt(int index) => Document.Configurations[index];

    /// <summary>The factors of the configuration at a place of an outcome, in the table's order; none for a configuration that is not enabled.</summary>
    public IReadOnlyList<Factor> FactorsAt(int index) => compiled[index]?.Factors ?? [];

    /// <summary>The entry by which a list holds the payment; nothing where it does not.</summary>
    internal ListEntry? EntryOf(ListDefinition list, EvaluationFrame frame)
        => watchedLists.All.First(one => ReferenceEquals(Document.Lists[one.Index], list)).Find(frame);

    /// <summary>What the list at a place of the document holds, where that is kept beside the policy; null where it stands in the document.</summary>
    public ListContent? ContentAt(int index) => lists[index] as ListContent;

    /// <summary>The same for the list of a name; null also where there is none.</summary>
    public ListContent? ContentOf(string name)
    {
        for (var i = 0; i < lists.Length; i++)
        {
            if (string.Equals(Document.Lists[i].Name, name, StringComparison.Ordinal))
            {
                return ContentAt(i);
            }
        }

        return null;
    }

    /// <summary>Whether two policies differ in nothing but what their lists hold.</summary>
    public bool SharesProgramWith(CompiledPolicy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(Program, other.Program);
    }

    /// <summary>What asks for a list: the rules and criteria of configurations, in words.</summary>
    public IEnumerable<string> UsersOf(string list) => Program.UsersOf(list);

    /// <summary>The matcher of the list at a place of the document.</summary>
    internal ListMatcher ListAt(int index) => lists[index];

    /// <summary>What it shares with policies that differ in what lists hold alone.</summary>
    internal PolicyProgram Program { get; }

    internal CompiledConfiguration CompiledAt(int index)
        => compiled[index] ?? throw new ArgumentException($"Configuration {index} is not enabled and decides nothing.", nameof(index));

    /// <summary>XxHash64 of the tenant's name, of which each answer's id holds some bits.</summary>
    internal ulong TenantHash { get; }

    internal int SlotOf(AggregateExpression aggregate) => windows.SlotOf(aggregate);

    /// <summary>Gives a frame what the policy knows of its payment: the tenant's age, and what its currency number means.</summary>
    internal void Enter(EvaluationFrame frame)
    {
        frame.TenantSince = TenantSince;
        if (!ReferenceEquals(frame.Lists, lists))
        {
            frame.Lists = lists;
        }

        if (frame.CurrencyDecimals < 0)
        {
            frame.FindCurrency(frame.Payment.CurrencyNumber);
        }
    }

    private static IEnumerable<WatchedList> Watch(ListDefinition list, int index, ListMatcher[] lists)
        => list is { Kind: not ListKind.Watch, Member: { } member } ? [new((short)index, list.Kind, list.Mandatory, member, lists[index])] : [];

    private static void Settle(DecisionStep step, ref Outcome outcome)
    {
        outcome.Step = step;
        outcome.Decision = DecisionSteps.DecisionOf(step);
        outcome.Level = LevelScale.Default.LevelOf(outcome.Score);
    }

    private static void DecideBy(CompiledConfiguration configuration, EvaluationFrame frame, ref Outcome outcome)
    {
        var recorder = RuleRecorder.Of(frame);
        configuration.Run(frame, recorder);
        outcome.Score = recorder.Score;
        outcome.Held = recorder.Held;
        outcome.Unknown = recorder.Unknown;
        if (outcome.ListIndex < 0)
        {
            configuration.Judge(recorder, ref outcome);
        }

        // Nothing is more severe than a BLOCK entry's REJECT, so there is nothing to ask the engine for.
        outcome.Flags |= outcome.Step == DecisionStep.BlockList ? OutcomeFlags.None : configuration.EngineFlags(outcome.Score);
        outcome.Decision = DecisionSteps.DecisionOf(outcome.Step);
        outcome.Level = configuration.Levels.LevelOf(outcome.Score);
        if ((outcome.Flags & (OutcomeFlags.EngineMissing | OutcomeFlags.CriterionUnknown)) != OutcomeFlags.None || !outcome.Unknown.IsEmpty)
        {
            FallBack(configuration.Source, ref outcome);
        }
    }

    private static void FallBack(RiskConfiguration configuration, ref Outcome outcome)
    {
        outcome.Flags |= OutcomeFlags.Degraded;
        if (configuration.FallbackDecision > outcome.Decision)
        {
            outcome.Flags |= OutcomeFlags.FallbackDecided;
            outcome.Decision = configuration.FallbackDecision;
        }

        if (configuration.FallbackConfig?.RiskLevel is { } level && level > outcome.Level)
        {
            outcome.Level = level;
        }
    }
}
