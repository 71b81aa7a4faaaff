using System.Text;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.References;

namespace FinancialFirewall.Grains.Tests.Keys;

public sealed class ClaimTableTests
{
    [Theory]
    [InlineData(0xFFFF_FFFFu)]
    [InlineData(0x8000_0003u)]
    [InlineData(0u)]
    public void GrantAndEnd_ManyRequests_SayWhatADictionarySays(uint differingBits)
    {
        var random = new Random(11);
        var table = new ClaimTable(TimeProvider.System);
        var model = new Dictionary<string, (long Number, int Partition)>(StringComparer.Ordinal);
        var open = new List<(ClaimingRequest Request, List<int> Granted)>();
        for (var round = 0; round < 300; round++)
        {
            var names = Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"r{random.Next(400)}").Distinct(StringComparer.Ordinal).ToArray();
            var request = table.Begin(new KeyClaimRequest(
                [.. names.Select(name => KeyOf(name, differingBits))], [.. names.Select(_ => (byte)random.Next(64))], TakesOver: false));
            table.Approach(request.References);
            var granted = new List<int>();
            for (var i = 0; i < names.Length; i++)
            {
                var isTaken = model.TryGetValue(names[i], out var taken);
                var claim = table.Grant(request, i);
                Assert.Equal(isTaken ? new ReferenceClaim(ReferenceState.InFlight, taken.Partition, -1) : ReferenceClaim.Free, claim);
                if (!isTaken)
                {
                    model.Add(names[i], (request.Number, request.Partitions[i]));
                    granted.Add(i);
                }
            }

            open.Add((request, granted));
            while (open.Count > random.Next(5))
            {
                EndOne(table, model, open, random.Next(open.Count));
            }

            var asked = $"r{random.Next(400)}";
            Assert.Equal(model.ContainsKey(asked), table.TryGet(KeyOf(asked, differingBits), out _));
            Assert.Equal(model.Count == 0, table.IsEmpty);
        }
    }

    [Fact]
    public void End_ByAnotherNumber_LeavesTheClaimAndItsWaiters()
    {
        var table = new ClaimTable(TimeProvider.System);
        var request = table.Begin(new KeyClaimRequest([KeyOf("a", uint.MaxValue)], [3], TakesOver: false));
        table.Grant(request, 0);
        var waiting = table.WaitForEnd(request.References[0]);

        table.End(request.References[0], request.Number + 1);
        Assert.True(table.TryGet(request.References[0], out _));
        Assert.False(waiting.IsCompleted);
        table.End(request.References[0], request.Number);
        Assert.True(table.IsEmpty);
        Assert.True(table.WaitForEnd(request.References[0]).IsCompleted);
    }

    /// <summary>Everything that a request was refused is ended with it too, as it is after a failure.</summary>
    private static void EndOne(
        ClaimTable table, Dictionary<string, (long Number, int Partition)> model, List<(ClaimingRequest Request, List<int> Granted)> open, int index)
    {
        var (request, granted) = open[index];
        open.RemoveAt(index);
        for (var i = 0; i < request.References.Length; i++)
        {
            table.End(request.References[i], request.Number);
            if (granted.Contains(i))
            {
                model.Remove(Encoding.UTF8.GetString(request.References[i].Utf8.Span));
            }
        }
    }

    /// <summary>The upper half of the hash, which the table goes by, differs in some bits only.</summary>
    private static ReferenceKey KeyOf(string name, uint differingBits)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var hash = XxHash64.Hash(bytes);
        return new ReferenceKey((hash & 0xFFFF_FFFF) | ((ulong)((uint)(hash >> 32) & differingBits) << 32), bytes);
    }
}
