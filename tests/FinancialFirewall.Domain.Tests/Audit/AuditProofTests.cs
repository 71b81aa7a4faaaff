using System.Text;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Audit;

public sealed class AuditProofTests
{
    [Fact]
    public void Add_AllEntries_AreProved()
    {
        var (pages, head) = Log(150);

        var proof = Prove(pages, head);

        Assert.Equal((150, null, ""), (proof.Entries, proof.BrokenAt, proof.Problem));
        Assert.Equal([64, 64, 22], pages.Select(page => AuditPage.Read(page).Count));
        Assert.Equal([1, 1, 2, 3], new[] { 1L, 64, 65, 150 }.Select(AuditPage.NumberOf));
    }

    [Fact]
    public void Add_AnyByteIsAnother_NamesItsEntry()
    {
        var (pages, head) = Log(5);
        var entry = 1;
        for (var i = 0; i < pages[0].Length; i++)
        {
            var changed = (byte[])pages[0].Clone();
            changed[i] ^= 1;
            Assert.Equal((i, entry), (i, (int)(Prove([changed], head).BrokenAt ?? 0)));
            entry += pages[0][i] == '\n' ? 1 : 0;
        }
    }

    [Fact]
    public void Add_EntryIsGoneOrMoved_IsFound()
    {
        var (pages, head) = Log(5);
        var lines = Encoding.UTF8.GetString(pages[0]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, Prove([Join(lines[0], lines[1], lines[3], lines[4])], head).BrokenAt);
        Assert.Equal(2, Prove([Join(lines[0], lines[2], lines[1], lines[3], lines[4])], head).BrokenAt);
        Assert.Equal(5, Prove([Join(lines[0], lines[1], lines[2], lines[3])], head).BrokenAt);
        Assert.Equal(1, Prove([], head).BrokenAt);
        Assert.Equal(6, Prove(pages, null).BrokenAt);
    }

    [Fact]
    public void Add_ChainMadeAnewWithAWrongNumber_IsFound()
    {
        var canonical = AuditText.Write(Entry(7));
        var record = new AuditRecord(AuditChain.Hash(AuditChain.Beginning, canonical), canonical);

        var proof = Prove([AuditPage.Append(default, record)], new AuditHead(1, record.Hash));

        Assert.Equal((1, "it says that it is entry 7."), (proof.BrokenAt, proof.Problem));
    }

    [Fact]
    public void Hash_KnownEntry_IsSha256OfTheHashBeforeAndTheText()
        => Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([.. new byte[32], .. "{}"u8])), AuditChain.Hash(AuditChain.Beginning, "{}"u8));

    [Fact]
    public void Write_EveryMember_StandsInItsPlace()
    {
        var entry = new AuditEntry(3, new Instant(1_772_452_800_000_000), AuditActor.Key("0123", "demo", "10.0.0.7"), new AuditNote("TOGGLE_CHANGED", "toggle/1")
        {
            Refusal = "X",
            Remark = "why \"so\"\n",
            Suppressed = 4,
            SecurityEvent = AuditEvents.SignInsFailed,
            Before = """{ "a": 1 }"""u8.ToArray(),
            After = Encoding.UTF8.GetBytes($"\"{new string('x', AuditText.MaximumDocumentBytes)}\""),
        });

        Assert.Equal(
            """{"sequence":3,"at":"2026-03-02T12:00:00Z","actor":{"kind":"KEY","id":"0123","tenantId":"demo","source":"10.0.0.7"},"action":"TOGGLE_CHANGED","target":"toggle/1","outcome":"REFUSED","refusal":"X","remark":"why \"so\"\n","suppressed":4,"securityEvent":"SIGN_INS_FAILED","before":{"a":1},"after":{"omitted":"4098 bytes","sha256":"""
            + $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(entry.Note.After.Span))}\"}}}}",
            Encoding.UTF8.GetString(AuditText.Write(entry)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("x 0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("-1 0000000000000000000000000000000000000000000000000000000000000000")]
    public void Read_WhatIsNoHead_GivesNone(string text) => Assert.Null(AuditHead.Read(Encoding.UTF8.GetBytes(text)));

    private static byte[] Join(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static AuditEntry Entry(long sequence) => new(sequence, new Instant(sequence), AuditActor.System, new AuditNote("TEST", $"test/{sequence}"));

    private static AuditProof Prove(IEnumerable<byte[]> pages, AuditHead? head)
    {
        var proof = new AuditProof();
        foreach (var record in pages.SelectMany(page => AuditPage.Read(page)))
        {
            proof.Add(record);
        }

        proof.Close(head);
        return proof;
    }

    private static (List<byte[]> Pages, AuditHead Head) Log(int entries)
    {
        var (pages, head) = (new List<byte[]>(), AuditHead.Beginning);
        for (var sequence = 1; sequence <= entries; sequence++)
        {
            var canonical = AuditText.Write(Entry(sequence));
            var record = new AuditRecord(AuditChain.Hash(head.Hash, canonical), canonical);
            head = new AuditHead(sequence, record.Hash);
            if (pages.Count < AuditPage.NumberOf(sequence))
            {
                pages.Add([]);
            }

            pages[^1] = AuditPage.Append(pages[^1], record);
        }

        return (pages, AuditHead.Read(head.Write())!);
    }
}
