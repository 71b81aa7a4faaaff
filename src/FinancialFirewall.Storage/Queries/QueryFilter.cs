using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Storage.Facts;

namespace FinancialFirewall.Storage.Queries;

/// <summary>A query in the form in which records are compared with it.</summary>
internal sealed class QueryFilter
{
    private readonly RecordKind kind;
    private readonly uint levels;
    private readonly uint decisions;
    private readonly uint statuses;
    private readonly HashSet<ConfigurationPlace> configurations;
    private readonly Dictionary<ConfigurationPlace, List<byte>> factors = [];

    public QueryFilter(AssessmentQuery query)
    {
        kind = query.Kind;
        levels = Bits(query.Levels.Select(level => (byte)level));
        decisions = Bits(query.Decisions.Select(decision => (byte)decision));
        statuses = Bits(query.Statuses.Select(status => (byte)status));
        configurations = [.. query.Configurations];
        foreach (var factor in query.Factors)
        {
            var configuration = new ConfigurationPlace(factor.PolicyVersion, factor.Configuration);
            if (!factors.TryGetValue(configuration, out var places))
            {
                factors.Add(configuration, places = []);
            }

            places.Add(factor.Factor);
        }

        AccountHash = query.AccountHash;
        From = query.From?.UnixMicroseconds ?? long.MinValue;
        Hash = HashOf(query);
    }

    /// <summary>The account; <see langword="null"/> for any.</summary>
    public ulong? AccountHash { get; }

    /// <summary>The first time, in microseconds.</summary>
    public long From { get; }

    /// <summary>Tells this filter from others.</summary>
    public ulong Hash { get; }

    public bool Matches(RecordProfile profile)
        => profile.Kind == kind
            && (levels & (1u << (byte)profile.Level)) != 0
            && (decisions & (1u << (byte)profile.Decision)) != 0
            && (statuses & (1u << (byte)profile.Status)) != 0
            && (configurations.Count == 0 || configurations.Contains(new(profile.PolicyVersion, profile.Configuration)))
            && (factors.Count == 0 || HasFactor(profile));

    private static uint Bits(IEnumerable<byte> numbers)
    {
        var bits = 0u;
        foreach (var number in numbers)
        {
            bits |= 1u << number;
        }

        return bits == 0 ? uint.MaxValue : bits;
    }

    private static ulong HashOf(AssessmentQuery query)
    {
        var text = new PackedWriter();
        text.Number(query.AccountHash is { } account ? unchecked(account + 1) : 0);
        text.Signed(query.From?.UnixMicroseconds ?? long.MinValue);
        text.Signed(query.Until?.UnixMicroseconds ?? long.MaxValue);
        Add(text, query.Levels.Select(level => (ulong)level));
        Add(text, query.Decisions.Select(decision => (ulong)decision));
        Add(text, query.Statuses.Select(status => (ulong)status));
        Add(text, query.Configurations.Select(place => ((ulong)place.PolicyVersion << 16) | (ushort)place.Configuration));
        Add(text, query.Factors.Select(place => ((ulong)place.PolicyVersion << 24) | ((ulong)(ushort)place.Configuration << 8) | place.Factor));
        Add(text, query.Among is not null, 1);
        Add(text, query.Except is not null, 2);
        Add(text, query.Kind != RecordKind.Assessment, (byte)(2 + query.Kind));

        return XxHash64.Hash(text.Written);
    }

    /// <summary>What is not asked for leaves no trace, so that cursors of before it could be asked for stay good.</summary>
    private static void Add(PackedWriter text, bool isAsked, byte mark)
    {
        if (isAsked)
        {
            text.Byte(mark);
        }
    }

    private static void Add(PackedWriter text, IEnumerable<ulong> numbers)
    {
        var sorted = new SortedSet<ulong>(numbers);
        text.Number(sorted.Count);
        foreach (var number in sorted)
        {
            text.Number(number);
        }
    }

    private bool HasFactor(in RecordProfile profile)
    {
        if (factors.TryGetValue(new(profile.PolicyVersion, profile.Configuration), out var places))
        {
            foreach (var place in places)
            {
                if (profile.Factors.Contains(place))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
