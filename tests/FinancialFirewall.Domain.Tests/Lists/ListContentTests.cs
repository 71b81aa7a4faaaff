using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Tests.Bytes;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Lists;

public sealed class ListContentTests
{
    private static readonly ListOrigin Origin = new("KEY ann", new Instant(5), "API");

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Apply_RandomChangesOfTexts_HoldsWhatADictionaryWould(int seed)
    {
        var model = new Dictionary<string, ListEntry>(StringComparer.Ordinal);
        var random = new Random(seed);
        var content = ListContent.Empty(PaymentMember.DeviceId);
        for (var change = 1; change <= 300; change++)
        {
            var replaces = random.Next(60) == 0;
            var changes = Enumerable.Range(0, random.Next(20) == 0 ? 400 : random.Next(1, 4)).Select(_ => RandomChange(random, $"d{random.Next(700)}")).ToList();
            var expected = Replay(model, changes, replaces);
            content = content.Apply(Delta(PaymentMember.DeviceId, changes, replaces), out var counts);

            Assert.True(expected == counts, $"seed {seed}, change {change}: {counts} and should be {expected}");
            Assert.True(model.Count == content.Count && content.Revision == change, $"seed {seed}, change {change}: {content.Count} entries and should be {model.Count}");
            AssertHolds(content, model, random, $"seed {seed}, change {change}");
        }

        var inOrder = model.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Value with { Origin = Origin });
        Assert.Equal(inOrder, content.Read(ListSearch.All).Select(static pair => pair.Value));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Apply_RandomChangesOfRanges_FindsTheLongestThatHasNotExpired(int seed)
    {
        var model = new Dictionary<string, ListEntry>(StringComparer.Ordinal);
        var random = new Random(seed);
        var content = ListContent.Empty(PaymentMember.IpAddress);
        for (var change = 0; change < 200; change++)
        {
            List<(bool, ListEntry)> changes = [RandomChange(random, RandomRange(random)), RandomChange(random, RandomRange(random))];
            Replay(model, changes, replaces: false);
            content = content.Apply(Delta(PaymentMember.IpAddress, changes, replaces: false));
            for (var i = 0; i < 20; i++)
            {
                var (address, at) = ($"10.{random.Next(4)}.{random.Next(4)}.{random.Next(4)}", new Instant(random.Next(100)));
                var longest = model.Values.Where(entry => Covers(entry.Value, address) && (entry.ExpiresAt is not { } end || at < end)).MaxBy(static entry => Length(entry.Value));
                var found = content.FindEntry(Encoding.ASCII.GetBytes(address), at);
                Assert.True(longest == found || longest == found! with { Origin = null }, $"seed {seed}, change {change}: {address} at {at.UnixMicroseconds} is held by {found?.Value}, should be by {longest?.Value}");
            }
        }
    }

    [Fact]
    public void Apply_SameChanges_GiveTheSameHashAndAnyOtherAnother()
    {
        var one = Apply(PaymentMember.DeviceId, "a", "b");

        Assert.Equal(one.Hash, Apply(PaymentMember.DeviceId, "a", "b").Hash);
        Assert.NotEqual(one.Hash, Apply(PaymentMember.DeviceId, "b", "a").Hash);
        Assert.NotEqual(one.Hash, Apply(PaymentMember.SessionId, "a", "b").Hash);
        Assert.NotEqual(one.Hash, Apply(PaymentMember.DeviceId, "a").Hash);
    }

    [Fact]
    public void Apply_ANewRevision_LeavesTheOneBeforeAsItWas()
    {
        var before = Apply(PaymentMember.DeviceId, "a");
        var after = before.Apply(Delta(PaymentMember.DeviceId, [(true, new ListEntry("a"))], replaces: false), out var counts);

        Assert.Equal(new ListChangeCounts(0, 0, 1, 0), counts);
        Assert.True(before.Contains("a"u8, default));
        Assert.False(after.Contains("a"u8, default));
        Assert.Equal((1, 0), (before.Count, after.Count));
    }

    [Fact]
    public void Find_Names_IgnoresCaseAndSpacing()
    {
        var content = Apply(PaymentMember.CreditorName, "Ivo  Karstmann");

        Assert.True(content.Contains("IVO KARSTMANN"u8, default));
        Assert.Equal("Ivo  Karstmann", content.FindEntry(" ivo karstmann"u8, default)!.Value);
        Assert.False(content.Contains("ivo karstman"u8, default));
    }

    [Fact]
    public void Find_ListWithoutMember_KnowsTextsAndRanges()
    {
        var content = Apply(null, "10.0.0.0/8", "10.1.2.3/8", "text");

        Assert.Equal(2, content.Count);
        Assert.Equal("10.1.2.3/8", content.FindEntry("10.9.9.9"u8, default)!.Value);
        Assert.True(content.Contains("text"u8, default));
        Assert.False(content.Contains("11.0.0.1"u8, default));
    }

    [Fact]
    public void Contains_ManyLayers_AllocatesNothing()
    {
        var content = ListContent.Empty(PaymentMember.DeviceId);
        for (var i = 0; i < 300; i++)
        {
            content = content.Apply(Delta(PaymentMember.DeviceId, [(false, new ListEntry($"device-{i}"))], replaces: false));
        }

        var (asked, held) = (0, 0);

        Assert.Equal(0, Allocation.LeastOfThousand(() =>
        {
            asked++;
            held += content.Contains("device-7"u8, default) ? 1 : 0;
            held += content.Contains("no such device"u8, default) ? 1 : 0;
        }));
        Assert.Equal(asked, held);
    }

    [Theory]
    [InlineData(PaymentMember.CreditorName, "  iVo", "Ivo Karstmann")]
    [InlineData(PaymentMember.FromAccountNumber, "de89 3704", "DE89370400440532013000")]
    [InlineData(PaymentMember.DeviceId, "dev", "device")]
    [InlineData(PaymentMember.IpAddress, "10.0.0.0/8", "10.1.0.0/16")]
    public void Read_Beginning_FindsByTheNormalForm(PaymentMember member, string prefix, string value)
    {
        var others = member == PaymentMember.IpAddress ? new[] { "9.255.255.255", "11.0.0.0/8" } : member == PaymentMember.FromAccountNumber ? ["FR1420041010050500013M02606"] : ["Aaa", "Zzz"];
        var content = Apply(member, [value, .. others]);

        Assert.Equal([value], content.Read(ListSearch.Beginning(member, prefix)!).Select(static pair => pair.Value.Value));
    }

    [Fact]
    public void Read_AfterAKey_GoesOnBehindIt()
    {
        var content = Apply(PaymentMember.DeviceId, "b", "a", "d", "c");

        Assert.Equal(["c", "d"], content.Read(ListSearch.All, Encoding.UTF8.GetBytes("b")).Select(static pair => pair.Value.Value));
        Assert.Equal(["c", "d"], content.Read(ListSearch.All, Encoding.UTF8.GetBytes("bb")).Select(static pair => pair.Value.Value));
    }

    [Fact]
    public void Add_CardNumber_IsKeptAsTheTokenThatPaymentsShow()
    {
        var cards = new CardTokenizer(new byte[32]);
        var writer = new ListBlockWriter(PaymentMember.CardToken, cards, Origin);

        Assert.Null(writer.Add(new ListEntry("4111 1111 1111 1111")));
        var block = writer.Close();
        var token = new byte[CardTokenizer.TokenLength];
        cards.Write("4111111111111111"u8, token);
        Assert.True(ListContent.Empty(PaymentMember.CardToken).Apply(new ListDelta(Replaces: false, [block])).Contains(token, default));
        Assert.Equal(-1, block.Bytes.Span.IndexOf("4111"u8));
    }

    [Fact]
    public void Block_WhatWasWritten_IsReadAndAnythingElseIsRefused()
    {
        var writer = new ListBlockWriter(PaymentMember.DeviceId, null, Origin);
        Assert.Null(writer.Add(new ListEntry(" a ", new Instant(7), "why")));
        Assert.Null(writer.Remove("b"));
        Assert.Equal("ENTRY_INVALID", writer.Add(new ListEntry(" "), "/entries/3")!.Code);
        var bytes = writer.Close().Bytes.ToArray();

        var read = ListContent.Empty(PaymentMember.DeviceId).Apply(new ListDelta(Replaces: false, [new ListBlock(bytes)]));
        Assert.Equal([new ListEntry("a", new Instant(7), "why") { Origin = Origin }], read.Read(ListSearch.All).Select(static pair => pair.Value));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => new ListBlock(bytes[..length]));
        }
    }

    private static ListContent Apply(PaymentMember? member, params string[] values)
        => ListContent.Empty(member).Apply(Delta(member, [.. values.Select(static value => (false, new ListEntry(value)))], replaces: false));

    private static ListDelta Delta(PaymentMember? member, IReadOnlyList<(bool IsRemoval, ListEntry Entry)> changes, bool replaces)
    {
        var writer = new ListBlockWriter(member, null, Origin);
        var blocks = new List<ListBlock>();
        foreach (var (isRemoval, entry) in changes)
        {
            Assert.Null(isRemoval ? writer.Remove(entry.Value) : writer.Add(entry));
            if (writer.Count == 100)
            {
                blocks.Add(writer.Close());
            }
        }

        return new ListDelta(replaces, [.. blocks, writer.Close()]);
    }

    private static (bool IsRemoval, ListEntry Entry) RandomChange(Random random, string value)
        => (random.Next(3) == 0, new ListEntry(value, random.Next(2) == 0 ? new Instant(random.Next(100)) : null, random.Next(2) == 0 ? $"why {random.Next(3)}" : null));

    private static ListChangeCounts Replay(Dictionary<string, ListEntry> model, IReadOnlyList<(bool IsRemoval, ListEntry Entry)> changes, bool replaces)
    {
        var before = model.Keys.ToHashSet(StringComparer.Ordinal);
        if (replaces)
        {
            model.Clear();
        }

        foreach (var (isRemoval, entry) in changes)
        {
            model.Remove(entry.Value);
            if (!isRemoval)
            {
                model.Add(entry.Value, entry);
            }
        }

        var named = changes.Select(static change => change.Entry.Value).ToHashSet(StringComparer.Ordinal);
        var kept = model.Keys.Where(named.Contains).ToList();
        return new ListChangeCounts(
            kept.Count(value => !before.Contains(value)), kept.Count(before.Contains), before.Count(value => !model.ContainsKey(value)), changes.Count - named.Count);
    }

    private static void AssertHolds(ListContent content, Dictionary<string, ListEntry> model, Random random, string where)
    {
        for (var i = 0; i < 40; i++)
        {
            var (value, at) = ($"d{random.Next(700)}", new Instant(random.Next(100)));
            var isHeld = model.TryGetValue(value, out var entry) && (entry.ExpiresAt is not { } end || at < end);
            Assert.True(isHeld == content.Contains(Encoding.ASCII.GetBytes(value), at), $"{where}: {value} at {at.UnixMicroseconds} should be held: {isHeld}");
            Assert.Equal(entry is null ? null : entry with { Origin = Origin }, content.Get(Encoding.ASCII.GetBytes(value)));
        }
    }

    private static string RandomRange(Random random)
    {
        // One spelling a range, so that the model's keys are those of the list.
        var (length, a, b, c) = (8 * random.Next(1, 5), random.Next(4), random.Next(4), random.Next(4));
        return length switch
        {
            8 => "10.0.0.0/8",
            16 => string.Create(CultureInfo.InvariantCulture, $"10.{a}.0.0/16"),
            24 => string.Create(CultureInfo.InvariantCulture, $"10.{a}.{b}.0/24"),
            _ => string.Create(CultureInfo.InvariantCulture, $"10.{a}.{b}.{c}/32"),
        };
    }

    private static int Length(string range) => int.Parse(range.AsSpan(range.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private static bool Covers(string range, string address)
    {
        var parts = Length(range) / 8;
        var network = range[..range.IndexOf('/', StringComparison.Ordinal)].Split('.').Take(parts);
        return network.SequenceEqual(address.Split('.').Take(parts), StringComparer.Ordinal);
    }
}
