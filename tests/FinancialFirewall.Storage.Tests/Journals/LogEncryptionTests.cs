using System.Text;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Verification;
using static FinancialFirewall.Storage.Tests.Journals.JournalFixture;

namespace FinancialFirewall.Storage.Tests.Journals;

/// <summary>Changes that leave every checksum right, as only somebody with the keys could make them unseen.</summary>
public sealed class LogEncryptionTests
{
    private const string First = "journal/log-0000000001.ff";
    private const string Second = "journal/log-0000000002.ff";

    [Fact]
    public void Commit_Records_AreNotReadableOnDisk()
    {
        var content = WriteCommits("a readable account", "another one").Disk.Content(First);
        Assert.DoesNotContain("readable", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
        Assert.Contains("demo", Encoding.Latin1.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAsync_AnyByteForged_IsRefused()
    {
        var content = WriteCommits("a1", "a2", "a3").Disk.Content(First);
        var (start, length) = LogForger.Frames(content).First();
        for (var at = 0; at < start + length; at++)
        {
            var forged = (byte[])content.Clone();
            forged[at] ^= (byte)(1 << (at % 8));
            LogForger.FixChecksums(forged);
            if (!forged.AsSpan().SequenceEqual(content))
            {
                Assert.Contains(Refusal(forged).Code, new[] { "STORAGE_DAMAGED", "STORAGE_NEWER" });
            }
        }

        Assert.Equal("", Refusal(content).Code);
    }

    [Fact]
    public void OpenAsync_FrameGivenToAnotherTenant_IsRefused()
    {
        var forged = (byte[])WriteCommits("a1", "a2", "a3").Disk.Content(First).Clone();
        "other"u8.CopyTo(forged.AsSpan(LogFileHeader.Length + 48));
        LogForger.FixChecksums(forged);
        Assert.Contains("a frame header is not what key 1 of 'other' signed in this file", Refusal(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAsync_FramesOfOneSizeExchanged_IsRefused()
    {
        var content = WriteCommits("a1", "a2", "a3").Disk.Content(First);
        var frames = LogForger.Frames(content).ToList();
        var forged = (byte[])content.Clone();
        content.AsSpan(frames[1].Start, frames[1].Length).CopyTo(forged.AsSpan(frames[0].Start));
        content.AsSpan(frames[0].Start, frames[0].Length).CopyTo(forged.AsSpan(frames[1].Start));
        LogForger.FixChecksums(forged);
        Assert.Equal("STORAGE_DAMAGED", Refusal(forged).Code);

        // With the numbers of the places put right as well, only the signature is left to tell.
        foreach (var (start, _) in frames.Take(2))
        {
            content.AsSpan(start + 16, 12).CopyTo(forged.AsSpan(start + 16));
            content.AsSpan(start + 92, 4).CopyTo(forged.AsSpan(start + 92));
        }

        LogForger.FixChecksums(forged);
        Assert.Contains("signed in this file", Refusal(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAsync_RunsOfOneFrameExchanged_IsRefused()
    {
        var fixture = new JournalFixture();
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            await AppendAsync(log, Demo, 0, "aa");
            await log.CommitAsync(await AppendAsync(log, Demo, 1, "bb"));
            await WriteAsync(log, Demo, 0, "later");
        });
        var content = fixture.Disk.Content(First);
        const int Start = LogFileHeader.Length + FrameHeader.Length;
        const int Run = RunHeader.Length + 4 + 2;
        var exchanged = (byte[])content.Clone();
        content.AsSpan(Start, Run).CopyTo(exchanged.AsSpan(Start + Run));
        content.AsSpan(Start + Run, Run).CopyTo(exchanged.AsSpan(Start));
        LogForger.FixChecksums(exchanged);
        Assert.Equal("STORAGE_DAMAGED", Refusal(exchanged).Code);

        var tagAndBodyOnly = (byte[])content.Clone();
        content.AsSpan(Start + 40, Run - 40).CopyTo(tagAndBodyOnly.AsSpan(Start + Run + 40));
        content.AsSpan(Start + Run + 40, Run - 40).CopyTo(tagAndBodyOnly.AsSpan(Start + 40));
        LogForger.FixChecksums(tagAndBodyOnly);
        Assert.Equal("STORAGE_DAMAGED", Refusal(tagAndBodyOnly).Code);
    }

    [Fact]
    public void OpenAsync_FrameOfAnotherFile_IsRefused()
    {
        var content = WriteCommits("a1", "a2", "a3").Disk.Content(First);
        var other = WriteCommits(2, "x1", "x2", "x3").Disk.Content(First);
        Assert.NotEqual(content[48..56], other[48..56]);
        var forged = (byte[])content.Clone();
        var (start, length) = LogForger.Frames(content).First();
        other.AsSpan(start, length).CopyTo(forged.AsSpan(start));
        LogForger.FixChecksums(forged);
        Assert.Contains("signed in this file", Refusal(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadRecordAsync_RunReplacedAfterTheStart_IsNotServed()
    {
        var fixture = WriteCommits("a1", "a2", "a3");
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            var content = (byte[])fixture.Disk.Content(First).Clone();
            var frames = LogForger.Frames(content).ToList();
            content.AsSpan(frames[0].Start, frames[0].Length).CopyTo(content.AsSpan(frames[1].Start));
            fixture.Disk.Overwrite(First, content);
            Assert.Equal("a1", Encoding.UTF8.GetString((await log.ReadRecordAsync(Demo, 0, 1))!.Bytes.Span));
            await Assert.ThrowsAsync<Damages.StorageDamageException>(async () => await log.ReadRecordAsync(Demo, 0, 2));
        });
    }

    [Fact]
    public void OpenAsync_KeyOfTheFrameIsGone_NamesIt()
    {
        var forged = (byte[])WriteCommits("a1", "a2", "a3").Disk.Content(First).Clone();
        forged[LogFileHeader.Length + 88] = 7;
        LogForger.FixChecksums(forged);
        Assert.Contains("it is sealed by key 7 of 'demo', which the directory does not have", Refusal(forged).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WriteAsync_NoncesOfAFileUsedUp_BeginsAnother()
    {
        var fixture = new JournalFixture { Options = new() { FileNonces = 5, MinimumFreeBytes = 0 } };
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            for (var i = 1; i <= 5; i++)
            {
                await WriteAsync(log, Demo, 0, $"{i}");
            }
        });

        // Two nonces a commit: the third does not fit any more.
        Assert.Equal(3, fixture.Disk.Files.Count(file => file.StartsWith("journal/log-", StringComparison.Ordinal)));
        Assert.NotEqual(fixture.Disk.Content(First)[48..56], fixture.Disk.Content(Second)[48..56]);
        fixture.Run(async () =>
        {
            await using var log = await fixture.OpenAsync();
            Assert.Equal(["1", "2", "3", "4", "5"], await ReadAsync(log, Demo, 0));
        });
    }

    [Fact]
    public void VerifyAsync_ForgedByte_IsFoundWithKeysAlone()
    {
        var forged = (byte[])WriteCommits("a1", "a2", "a3").Disk.Content(First).Clone();
        forged[LogFileHeader.Length + FrameHeader.Length + RunHeader.Length + 4] ^= 1;
        LogForger.FixChecksums(forged);
        var fixture = Plant(forged);
        fixture.Run(async () =>
        {
            var unopened = await new DataDirectoryVerifier(fixture.Disk, null).VerifyAsync();
            Assert.DoesNotContain(unopened.Damages, damage => damage.File is First);
            Assert.Equal("MASTER_KEY_MISSING", unopened.KeyProblem!.Code);
            Assert.Equal(3, Assert.Single(unopened.Partitions).Records);
        });
        Assert.Equal("STORAGE_DAMAGED", Refusal(forged).Code);
    }

    private static JournalFixture WriteCommits(params string[] records) => WriteCommits(1, records);

    private static JournalFixture WriteCommits(int seed, params string[] records)
    {
        var fixture = new JournalFixture(seed);
        fixture.Run(async () =>
        {
            var log = await fixture.OpenAsync();
            foreach (var record in records)
            {
                await WriteAsync(log, Demo, 0, record);
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

    private static (string Code, string Message) Refusal(byte[] content)
    {
        var fixture = Plant(content);
        var found = ("", "");
        fixture.Run(async () =>
        {
            var opened = await fixture.TryOpenAsync();
            found = opened.IsSuccess ? ("", "") : (opened.Errors[0].Code, opened.Errors[0].Message);
        });
        return found;
    }
}
