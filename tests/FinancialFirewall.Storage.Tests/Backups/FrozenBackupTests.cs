using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Segments;

namespace FinancialFirewall.Storage.Tests.Backups;

/// <summary>What is on disk stays readable: these bytes never change.</summary>
public sealed class FrozenBackupTests
{
    private const string CutText = """
        firewall-cut 1
        at 1700000000000000
        journal 9 4096 17 250
        states 2 3 512 18 40
        segments RkZNQU4NChoCABgAHQAAANgOOFlpZUjgB4BAEMgBAQRkZW1vAQeAgAQTAgEEZGVtbwesAgg=
        snapshot snapshots/demo/p1-100.ff

        """;

    private const string CatalogueBytes = "464642414B0D0A1A010018007CB471301F01000048A01B170310303132333435363738396162636465661066656463626139383736353433323130C2016669726577616C6C2D"
        + "63757420310A617420313730303030303030303030303030300A6A6F75726E616C20392034303936203137203235300A73746174657320322033203531322031382034300A73"
        + "65676D656E747320526B5A4E5155344E43686F434142674148514141414E674F4F466C705A556A6742344241454D67424151526B5A5731764151654167415154416745455A47"
        + "5674627765734167673D0A736E617073686F7420736E617073686F74732F64656D6F2F70312D3130302E66660A020D6669726577616C6C2E6A736F6E0003CDD7020301020319"
        + "6A6F75726E616C2F6C6F672D303030303030303030392E6666058020B42400";

    private static readonly DirectoryCut Cut = new(
        new Instant(1_700_000_000_000_000),
        new LogChain(9, 4_096, 17, 250),
        new SegmentManifest(
            new LogChain(7, 8_192, 16, 200),
            [new SegmentEntry(BackupFixture.Demo, 1, 7, 65_536, 19) { Revision = 2 }],
            [new RemovedPartition(BackupFixture.Demo, 7, 300, 4)]),
        2,
        new LogChain(3, 512, 18, 40),
        ["snapshots/demo/p1-100.ff"]);

    [Fact]
    public void ToText_Cut_IsFrozen()
    {
        Assert.Equal(CutText.ReplaceLineEndings("\n"), Cut.ToText());
        Assert.Equal(Cut.ToText(), DirectoryCut.TryParse(CutText)!.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("firewall-cut 2\nat 1\njournal 1 1 1 1\nstates 1 1 1 1 1\nsegments AAAA\n")]
    [InlineData("firewall-cut 1\nat x\njournal 1 1 1 1\nstates 1 1 1 1 1\nsegments AAAA\n")]
    [InlineData("firewall-cut 1\nat 1\njournal 1 1 1\nstates 1 1 1 1 1\nsegments AAAA\n")]
    [InlineData("firewall-cut 1\nat 1\njournal 1 1 1 1\nstates 1 1 1 1 1\nsegments A!\n")]
    [InlineData("firewall-cut 1\nat 1\njournal 1 1 1 1\nstates 1 1 1 1 1\nsegments AAAA\n")]
    public void TryParse_SomethingElse_IsNull(string text) => Assert.Null(DirectoryCut.TryParse(text));

    [Fact]
    public void ToBytes_Catalogue_IsFrozen()
    {
        var point = new BackupPoint(
            3,
            "0123456789abcdef",
            "fedcba9876543210",
            Cut,
            [new BackupFile("firewall.json", 0, 3, 0xABCD, new byte[] { 1, 2, 3 }), new BackupFile("journal/log-0000000009.ff", 5, 4_096, 0x1234, default)]);
        var bytes = BackupCatalogue.ToBytes(point);
        Assert.Equal(CatalogueBytes, Convert.ToHexString(bytes));
        Assert.Equal(bytes, BackupCatalogue.ToBytes(BackupCatalogue.Read(bytes).Point!));
        bytes[^1] ^= 1;
        Assert.Equal("the content of the catalogue does not match its checksum.", BackupCatalogue.Read(bytes).Problem);
    }

    [Fact]
    public void StoredPath_IsFrozen() => Assert.Equal("files/journal/log-0000000009.ff.0000002a", BackupFile.StoredPathOf("journal/log-0000000009.ff", 42));
}
