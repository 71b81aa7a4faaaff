using System.Buffers.Binary;
using FinancialFirewall.Storage.Journals;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

public sealed class LogRecoveryTests
{
    private const string First = "journal/log-0000000001.ff";

    [Fact]
    public void OpenAsync_LastCommitCutAtAnyByte_CutsItAsAWhole()
    {
        var (content, lastStart) = WriteThreeCommits(close: false);
        for (var length = lastStart; length < content.Length; length++)
        {
            var fixture = Plant(content[..length]);
            fixture.Run(async () =>
            {
                var log = await fixture.OpenAsync();
                Assert.Equal(["a1", "a2"], await ReadAsync(log, Demo, 0));
                Assert.Equal(["b1"], await ReadAsync(log, Other, 0));
                Assert.Equal(length == lastStart ? null : (long?)lastStart, log.Recovery.TornTail?.Offset);
                Assert.Equal(lastStart, fixture.Disk.Content(First).Length);
                await WriteAsync(log, Demo, 0, "a3 again");
                await log.DisposeAsync();
                await using var next = await fixture.OpenAsync();
                Assert.Equal(["a1", "a2", "a3 again"], await ReadAsync(next, Demo, 0));
                Assert.Equal(2, next.Recovery.Files);
            });
        }
    }

    [Fact]
    public void OpenAsync_LastCommitZeroedFromAnyByte_CutsItAsAWhole()
    {
        var (content, lastStart) = WriteThreeCommits(close: false);
        for (var start = lastStart; start < content.Length; start += 7)
        {
            var torn = (byte[])content.Clone();
            torn.AsSpan(start, Math.Min(40, torn.Length - start)).Clear();
            if (torn.AsSpan().SequenceEqual(content))
            {
                continue;
            }

            var fixture = Plant(torn);
            fixture.Run(async () =>
            {
                await using var log = await fixture.OpenAsync();
                Assert.Equal(["a1", "a2"], await ReadAsync(log, Demo, 0));
                Assert.Equal(["b1"], await ReadAsync(log, Other, 0));
                Assert.Equal(lastStart, log.Recovery.TornTail!.Offset);
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OpenAsync_AnyBitFlipped_IsReportedOrTheUnsealedLastCommit(bool close)
    {
        var (content, lastStart) = WriteThreeCommits(close);
        var sealStart = close ? content.Length - FrameHeader.Length : int.MaxValue;
        for (var at = 0; at < content.Length; at++)
        {
            var fixture = Plant(content);
            fixture.Disk.Flip(First, at, at % 8);
            fixture.Run(async () =>
            {
                var opened = await fixture.TryOpenAsync();
                if (at >= sealStart)
                {
                    Assert.Equal(sealStart, opened.Value.Recovery.TornTail!.Offset);
                    Assert.Equal(["a1", "a2", "a3"], await ReadAsync(opened.Value, Demo, 0));
                }
                else if (at >= lastStart && !close)
                {
                    Assert.Equal(lastStart, opened.Value.Recovery.TornTail!.Offset);
                    Assert.Equal(["a1", "a2"], await ReadAsync(opened.Value, Demo, 0));
                }
                else
                {
                    Assert.False(opened.IsSuccess, $"byte {at} was flipped and not reported");
                    var error = opened.Errors[0];
                    Assert.Equal(("STORAGE_DAMAGED", First), (error.Code, error.Member));
                    Assert.Contains("restore a backup", error.Message, StringComparison.Ordinal);
                }
            });
        }
    }

    [Fact]
    public void ReadRecordAsync_BitFlippedAfterTheStart_IsNotServed()
    {
        var (content, _) = WriteThreeCommits(close: false);
        var at = LogFileHeader.Length + FrameHeader.Length + RunHeader.Length + 10;
        var fixture = Plant(content);
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            fixture.Disk.Flip(First, at, 3);
            var broken = await Assert.ThrowsAsync<Damages.StorageDamageException>(async () => await log.ReadRecordAsync(Demo, 0, 2));
            Assert.Equal(First, broken.Damage.File);
            await Assert.ThrowsAsync<Damages.StorageDamageException>(() => ReadAsync(log, Demo, 0));
        });
    }

    [Fact]
    public void OpenAsync_SoundFrameBehindABadOneOfTheSameCommit_IsTorn()
    {
        var fixture = new JournalFixture();
        var lastStart = 0;
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "kept");
            lastStart = fixture.Disk.Content(First).Length;
            var position = await AppendAsync(log, Demo, 0, "torn");
            position = await AppendAsync(log, Other, 0, "sound");
            await log.CommitAsync(position);
        });
        var content = (byte[])fixture.Disk.Content(First).Clone();
        content[lastStart + 20] ^= 1;
        var crashed = Plant(content);
        crashed.Run(async () =>
        {
            await using var log = await crashed.OpenAsync();
            Assert.Equal(["kept"], await ReadAsync(log, Demo, 0));
            Assert.Empty(await ReadAsync(log, Other, 0));
            Assert.Equal(lastStart, log.Recovery.TornTail!.Offset);
        });
    }

    [Fact]
    public void OpenAsync_FrameForgedInsideATornRecord_IsNotTakenForDamage()
    {
        var forged = new byte[FrameHeader.Length];
        new FrameHeader(0, 0, 99, 0, FrameFlags.EndsCommit, default, 0, 0, Demo).Write(forged, salt: 7);
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            var batch = new RecordBatch();
            batch.Add(forged);
            using var reservation = (await log.ReserveAsync(batch.RequiredBytes)).Value;
            await log.CommitAsync(log.Append(Demo, 0, 1, 1, batch, reservation).Value);
        });
        var crashed = Plant(fixture.Disk.Content(First)[..^1]);
        crashed.Run(async () =>
        {
            await using var log = await crashed.OpenAsync();
            Assert.Equal(LogFileHeader.Length, log.Recovery.TornTail!.Offset);
        });
    }

    [Fact]
    public void OpenAsync_MissingFile_IsDamage()
    {
        var fixture = WriteManyFiles();
        fixture.Disk.Steal("journal/log-0000000002.ff");
        AssertRefused(fixture, "STORAGE_DAMAGED", "journal/log-0000000002.ff");
    }

    [Fact]
    public void OpenAsync_ShortenedEarlierFile_IsDamage()
    {
        var fixture = WriteManyFiles();
        var content = fixture.Disk.Content("journal/log-0000000002.ff");
        fixture.Disk.Plant("journal/log-0000000002.ff", content[..^1]);
        AssertRefused(fixture, "STORAGE_DAMAGED", "journal/log-0000000002.ff");
    }

    [Fact]
    public void OpenAsync_ExchangedFiles_IsDamage()
    {
        var fixture = WriteManyFiles();
        var content = fixture.Disk.Content("journal/log-0000000002.ff");
        fixture.Disk.Plant("journal/log-0000000003.ff", content);
        AssertRefused(fixture, "STORAGE_DAMAGED", "journal/log-0000000003.ff");
    }

    [Fact]
    public void OpenAsync_NewerFile_NamesBothFormats()
    {
        var fixture = WriteManyFiles();
        var content = (byte[])fixture.Disk.Content(First).Clone();
        BinaryPrimitives.WriteUInt16LittleEndian(content.AsSpan(8), 3);
        BinaryPrimitives.WriteUInt32LittleEndian(content.AsSpan(60), Checksum.Of(content.AsSpan(0, 60)));
        fixture.Disk.Plant(First, content);
        var message = AssertRefused(fixture, "STORAGE_NEWER", First);
        Assert.Contains("format 3 and this program reads format 2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(64)]
    public void OpenAsync_FileThatWasBeingCreated_IsDropped(int length)
    {
        var fixture = WriteManyFiles();
        var last = fixture.Disk.Files.Count(file => file.StartsWith("journal/log-", StringComparison.Ordinal));
        var path = $"journal/log-{last + 1:D10}.ff";
        fixture.Disk.Plant(path, new byte[length]);
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(new TornTail(path, 0, length, log.Recovery.TornTail!.Found), log.Recovery.TornTail);
            Assert.Equal(last, log.Recovery.Files);
            await WriteAsync(log, Demo, 0, "more");
            Assert.Equal(41, (await ReadAsync(log, Demo, 0)).Count);
        });
    }

    [Fact]
    public void OpenAsync_AnotherFileInTheDirectory_IsLeftAlone()
    {
        var fixture = WriteManyFiles();
        fixture.Disk.Plant("journal/notes.txt", [1, 2, 3]);
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(40, log.Recovery.Records);
        });
        Assert.Equal([1, 2, 3], fixture.Disk.Content("journal/notes.txt"));
    }

    private static (byte[] Content, int LastStart) WriteThreeCommits(bool close)
    {
        var fixture = new JournalFixture();
        var lastStart = 0;
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await WriteAsync(log, Demo, 0, "a1", "a2");
            await WriteAsync(log, Other, 0, "b1");
            lastStart = fixture.Disk.Content(First).Length;
            await log.CommitAsync(await AppendBothAsync(log));
            if (close)
            {
                await log.DisposeAsync();
            }
        });
        return (fixture.Disk.Content(First), lastStart);
    }

    private static async Task<JournalPosition> AppendBothAsync(CommitLog log)
    {
        await AppendAsync(log, Demo, 0, "a3");
        return await AppendAsync(log, Other, 0, "b2");
    }

    private static JournalFixture WriteManyFiles()
    {
        var fixture = new JournalFixture { Options = new() { FileBytes = 1_024, MinimumFreeBytes = 0 } };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            for (var i = 0; i < 40; i++)
            {
                await WriteAsync(log, Demo, 0, $"{i}");
            }
        });
        return fixture;
    }

    private static JournalFixture Plant(byte[] content)
    {
        var fixture = new JournalFixture();
        fixture.Run(async () => await fixture.Disk.CreateDirectoryAsync("journal"));
        fixture.Disk.Plant(First, content);
        return fixture;
    }

    private static string AssertRefused(JournalFixture fixture, string code, string file)
    {
        var message = "";
        fixture.Run(async () =>
        {
            var opened = await fixture.TryOpenAsync();
            Assert.False(opened.IsSuccess);
            Assert.Equal((code, file), (opened.Errors[0].Code, opened.Errors[0].Member));
            message = opened.Errors[0].Message;
        });
        return message;
    }
}
