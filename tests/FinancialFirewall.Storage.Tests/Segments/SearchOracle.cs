using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;

namespace FinancialFirewall.Storage.Tests.Segments;

/// <summary>Asks random queries and finds the answers in lists as well.</summary>
internal sealed class SearchOracle(ArchiveFixture fixture)
{
    private const int Queries = 6;
    private static readonly TenantId[] Tenants = [new("demo"), new("other")];

    /// <summary>Nothing is written meanwhile: pages and lists are equal.</summary>
    public async Task CheckAsync(AssessmentSearch search)
    {
        for (var i = 0; i < Queries; i++)
        {
            var (tenant, query) = (Tenants[fixture.Random.Next(2)], NextQuery());
            var expected = Expected(tenant, query, answeredOnly: false);
            Assert.Equal(expected, await ReadAsync(search, tenant, query));
            await CheckCountedAsync(search, tenant, query, expected);
            await CheckSpanAsync(search, tenant);
        }
    }

    /// <summary>What was answered before is found, once, and in order, while more is written, moved and merged.</summary>
    public async Task CheckWhileWritingAsync(AssessmentSearch search)
    {
        for (var i = 0; i < Queries; i++)
        {
            var (tenant, query) = (Tenants[fixture.Random.Next(2)], NextQuery());
            var expected = Expected(tenant, query, answeredOnly: true);
            var found = await ReadAsync(search, tenant, query);
            Assert.Equal(found.Order().Reverse().Distinct(), found);
            Assert.Empty(expected.Except(found));
            Assert.Empty(found.Except(Expected(tenant, query, answeredOnly: false)));
            await CheckSpanAsync(search, tenant);
        }
    }

    /// <summary>Everything up to the place that a count names is in it, once, and nothing behind it, also while more is written and moved.</summary>
    private async Task CheckSpanAsync(AssessmentSearch search, TenantId tenant)
    {
        var from = new Instant(fixture.Now.UnixMicroseconds - fixture.Random.Next(3_000));
        var until = new Instant(from.UnixMicroseconds + fixture.Random.Next(1, 4_000));
        var query = new CountQuery(from, until, TimeSpan.FromMicroseconds(fixture.Random.Next(10, 2_000))) { Records = fixture.Random.Next(2) == 0 ? CountQuery.MaximumRecords : fixture.Random.Next(60) };

        var counted = (await search.CountAsync(tenant, query)).Value;

        var records = fixture.Model.Where(entry => entry.Key.Tenant == tenant)
            .SelectMany(entry => entry.Value.Records.Take((int)counted.Position[entry.Key.Partition]).Skip(entry.Value.Removed))
            .Select(static record => TestRecord.Read(record))
            .Where(facts => facts.Profile.Kind == RecordKind.Assessment && facts.At >= counted.CountedFrom && facts.At < until)
            .ToLookup(facts => (facts.At.UnixMicroseconds - from.UnixMicroseconds) / query.Step);
        Assert.All(counted.Pieces, (piece, i) => CheckPiece(piece, [.. records[i]]));
        Assert.Equal(records.Sum(static group => group.Count()), counted.Pieces.Sum(static piece => piece.Assessments));
        Assert.True(counted.CountedFrom == from || query.Records < CountQuery.MaximumRecords);
    }

    private static void CheckPiece(CountedPiece piece, IReadOnlyList<RecordFacts> expected)
    {
        Assert.Equal(expected.Count, piece.Assessments);
        Assert.Equal(Counted(expected, static facts => facts.Profile.Decision), piece.Decisions);
        Assert.Equal(Counted(expected, static facts => facts.Profile.Level), piece.Levels);
        Assert.Equal(expected.Sum(static facts => facts.Profile.Factors.Count), piece.Factors.Sum(static one => one.Value));
        Assert.All(piece.Factors, factor => Assert.Equal(factor.Value, expected.Count(facts => (facts.Profile.PolicyVersion, facts.Profile.Configuration)
            == (factor.Key.PolicyVersion, factor.Key.Configuration) && facts.Profile.Factors.Contains(factor.Key.Factor))));
    }

    private static IEnumerable<KeyValuePair<T, long>> Counted<T>(IReadOnlyList<RecordFacts> facts, Func<RecordFacts, T> of)
        where T : struct
        => facts.CountBy(of).OrderBy(static one => one.Key).Select(static one => KeyValuePair.Create(one.Key, (long)one.Value));

    /// <summary>Any page can be asked for by its number, in either direction of time, and says how many match.</summary>
    private async Task CheckCountedAsync(AssessmentSearch search, TenantId tenant, AssessmentQuery query, List<FactKey> expected)
    {
        var isReversed = fixture.Random.Next(2) == 0;
        var skip = fixture.Random.Next(expected.Count + 2);
        var asked = query with { Skip = skip, CountsMatches = true, Order = isReversed ? AssessmentOrder.OldestFirst : AssessmentOrder.NewestFirst };

        var page = (await search.FindAsync(tenant, asked)).Value;

        var ordered = isReversed ? expected.AsEnumerable().Reverse() : expected;
        Assert.Equal(new MatchCount(expected.Count, IsExact: true), page.Matches);
        Assert.Equal(ordered.Skip(skip).Take(query.Size), KeysOf(page));
    }

    private static IEnumerable<FactKey> KeysOf(AssessmentPage page) => page.Assessments.Select(static assessment => new FactKey(
        TestRecord.Read(assessment.Record.Span).At.UnixMicroseconds, assessment.Address.Partition, assessment.Address.Sequence));

    /// <summary>Reads all of a tenant, in its order.</summary>
    public async Task ReadAllAsync(AssessmentSearch search, TenantId tenant)
    {
        var found = await ReadAsync(search, tenant, new AssessmentQuery { Size = 1 + fixture.Random.Next(40) });
        Assert.Equal(found.Order().Reverse().Distinct(), found);
    }

    private static async Task<List<FactKey>> ReadAsync(AssessmentSearch search, TenantId tenant, AssessmentQuery query)
    {
        var found = new List<FactKey>();
        for (string? cursor = null; ;)
        {
            var page = (await search.FindAsync(tenant, query with { Cursor = cursor })).Value;
            Assert.InRange(page.Assessments.Count, 0, query.Size);
            found.AddRange(KeysOf(page));
            cursor = page.Next;
            if (cursor is null)
            {
                return found;
            }
        }
    }

    private List<FactKey> Expected(TenantId tenant, AssessmentQuery query, bool answeredOnly)
    {
        var keys = new List<FactKey>();
        foreach (var ((owner, partition), kept) in fixture.Model.Where(entry => entry.Key.Tenant == tenant))
        {
            for (var i = kept.Removed; i < (answeredOnly ? kept.Answered : kept.Records.Count); i++)
            {
                var facts = TestRecord.Read(kept.Records[i]);
                if (Matches(facts, query))
                {
                    keys.Add(new FactKey(facts.At.UnixMicroseconds, partition, i + 1));
                }
            }
        }

        keys.Sort();
        keys.Reverse();
        return keys;
    }

    private static bool Matches(RecordFacts facts, AssessmentQuery query)
    {
        var profile = facts.Profile;
        return profile.Kind == RecordKind.Assessment
            && (query.AccountHash is not { } account || account == facts.AccountHash)
            && (query.From is not { } from || facts.At >= from)
            && (query.Until is not { } until || facts.At < until)
            && (query.Levels.Count == 0 || query.Levels.Contains(profile.Level))
            && (query.Decisions.Count == 0 || query.Decisions.Contains(profile.Decision))
            && (query.Statuses.Count == 0 || query.Statuses.Contains(profile.Status))
            && (query.Configurations.Count == 0 || query.Configurations.Contains(new(profile.PolicyVersion, profile.Configuration)))
            && (query.Factors.Count == 0 || query.Factors.Any(factor
                => (factor.PolicyVersion, factor.Configuration) == (profile.PolicyVersion, profile.Configuration) && profile.Factors.Contains(factor.Factor)));
    }

    private AssessmentQuery NextQuery()
    {
        var random = fixture.Random;
        var all = fixture.Model.Values.SelectMany(kept => kept.Records).ToList();
        var query = new AssessmentQuery { Size = random.Next(1, 40) };
        if (all.Count == 0)
        {
            return query;
        }

        // A record that is there: most queries then find something.
        var facts = TestRecord.Read(all[random.Next(all.Count)]);
        var profile = facts.Profile;
        return query with
        {
            AccountHash = random.Next(3) == 0 ? facts.AccountHash : null,
            From = random.Next(3) == 0 ? facts.At : null,
            Until = random.Next(4) == 0 ? new Instant(facts.At.UnixMicroseconds + random.Next(1, 1_000)) : null,
            Levels = random.Next(3) == 0 ? [profile.Level] : [],
            Decisions = random.Next(3) == 0 ? [profile.Decision, Decision.Approve] : [],
            Statuses = random.Next(4) == 0 ? [profile.Status] : [],
            Configurations = random.Next(4) == 0 ? [new(profile.PolicyVersion, profile.Configuration)] : [],
            Factors = random.Next(4) == 0 ? [new(profile.PolicyVersion, profile.Configuration, 3), new(1, 0, 6)] : [],
        };
    }
}
