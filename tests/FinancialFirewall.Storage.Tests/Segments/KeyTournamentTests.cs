using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class KeyTournamentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void Merging_RunsOfAnyLength_GivesAllEntriesInOrder(int count)
    {
        var random = new Random(count);
        for (var round = 0; round < 50; round++)
        {
            // Few fingerprints, so that the same ones stand in several runs, as accounts do.
            var sequence = 0;
            var runs = Enumerable.Range(0, count)
                .Select(_ => Enumerable.Range(0, random.Next(1, 40)).Select(_ => new KeyEntry((ulong)random.Next(30), (ulong)++sequence)).Order().ToArray())
                .ToArray();

            Assert.Equal(runs.SelectMany(static run => run).Order(), Merge(runs));
        }
    }

    [Fact]
    public void Tournament_OfNothing_IsRefused() => Assert.Throws<ArgumentException>(() => new KeyTournament([]));

    private static List<KeyEntry> Merge(KeyEntry[][] runs)
    {
        var tournament = new KeyTournament([.. runs.Select(static run => run[0])]);
        var next = new int[runs.Length];
        var merged = new List<KeyEntry>();
        while (tournament.Running > 0)
        {
            var run = tournament.Least;
            merged.Add(runs[run][next[run]++]);
            if (next[run] < runs[run].Length)
            {
                tournament.Replace(runs[run][next[run]]);
            }
            else
            {
                tournament.End();
            }
        }

        return merged;
    }
}
