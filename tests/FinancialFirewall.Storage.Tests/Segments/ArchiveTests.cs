using System.Text;
using FinancialFirewall.Domain.Assessments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Encryption;
using FinancialFirewall.Storage.Facts;
using FinancialFirewall.Storage.Queries;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Verification;

namespace FinancialFirewall.Storage.Tests.Segments;

public sealed class ArchiveTests
{
    private static readonly TenantId Demo = new("demo");
    private static readonly TenantId Other = new("other");

    [Fact]
    public void Moved_ManyRecords_LeaveNoLogAndLittleMemory()
    {
        var fixture = new ArchiveFixture(1) { FileBytes = 30_000 };
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            for (var i = 0; i < 80; i++)
            {
                await fixture.WriteAsync(journal.Log, Demo, i % 5, 50);
            }

            journal.Start();
            await journal.Worker.Idle;
            Assert.Null(journal.Worker.Failure);
            Assert.Single(fixture.Disk.Files, file => file.StartsWith("journal/", StringComparison.Ordinal));
            var segments = fixture.Disk.Files.Where(file => file.StartsWith("segments/demo/", StringComparison.Ordinal)).ToList();
            Assert.InRange(segments.Count, 1, 9);
            Assert.Equal(
                (0, segments.Count, segments.Sum(file => (long)fixture.Disk.Content(file).Length), null),
                (journal.Status.WaitingFiles, journal.Status.Segments, journal.Status.SegmentBytes, journal.Status.Failure));
            Assert.InRange(journal.Status.RecentRecords, 0, 400);
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
    }

    [Fact]
    public void ReserveAsync_MovingFails_WaitsForNothingAndSaysSo()
    {
        var fixture = new ArchiveFixture(2) { FileBytes = 1_100 };
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            fixture.Disk.FailsReads = true;
            journal.Start();
            Result<bool> refusal = true;
            for (var i = 0; i < 40 && refusal.IsSuccess; i++)
            {
                var reserved = await journal.Log.ReserveAsync(2_000);
                refusal = reserved.IsSuccess ? true : Result.Failure<bool>(reserved.Errors);
                if (reserved.IsSuccess)
                {
                    reserved.Value.Dispose();
                    await fixture.WriteAsync(journal.Log, Demo, 0, 4);
                }
            }

            Assert.Equal(("SEGMENTS_BEHIND", "4"), (refusal.Errors[0].Code, refusal.Errors[0].Value));
            fixture.Disk.FailsReads = false;
            using (var reserved = (await journal.Log.ReserveAsync(2_000)).Value)
            {
                Assert.Equal(2_000, reserved.RemainingBytes);
            }

            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
    }

    [Fact]
    public void Merging_LogFilesComeMeanwhile_StopsUntilTheyAreMoved()
    {
        var fixture = new ArchiveFixture(9);
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            var operations = new List<string>();
            var isFilled = false;
            fixture.Disk.Operating = (operation, path) => operations.Add($"{operation} {path}");
            fixture.Disk.Delay = async (operation, path) =>
            {
                // The first look into a segment while no log file waits is a merge.
                if (!isFilled && journal.Status.Segments >= 3 && journal.Status.WaitingFiles == 0 && operation == "read" && path.StartsWith("segments/", StringComparison.Ordinal))
                {
                    isFilled = true;
                    operations.Clear();
                    while (!journal.Log.Completed.IsUrgent)
                    {
                        await fixture.WriteAsync(journal.Log, Demo, 0, 10);
                    }
                }
            };
            while (journal.Log.Completed.Count < 3)
            {
                await fixture.WriteAsync(journal.Log, Demo, 0, 10);
            }

            journal.Start();
            await journal.Worker.Idle;
            Assert.Null(journal.Worker.Failure);
            Assert.True(isFilled, "Nothing was merged.");
            var moved = operations.FindIndex(static operation => operation.StartsWith("delete journal/", StringComparison.Ordinal));
            var merged = operations.FindIndex(static operation => operation.StartsWith("rename segments/demo/0000000001-0000000003", StringComparison.Ordinal));
            Assert.InRange(moved, 0, merged);
            await fixture.CheckAsync(journal);
            await journal.DisposeAsync();
        });
    }

    [Fact]
    public void DisposeAsync_WhileMoving_EndsItAndTheNextStartGoesOn()
    {
        var fixture = new ArchiveFixture(8) { FileBytes = 30_000 };
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            for (var i = 0; i < 20; i++)
            {
                await fixture.WriteAsync(journal.Log, Demo, i % 5, 50);
            }

            await journal.DisposeAsync();
            journal = await fixture.OpenAsync();
            var before = journal.Status;
            Assert.InRange(before.WaitingFiles, 1, 20);
            journal.Start();
            await journal.DisposeAsync();
            Assert.Equal(before, journal.Status);

            var next = await fixture.OpenAsync();
            next.Start();
            await next.Worker.Idle;
            Assert.Equal((0, null), (next.Status.WaitingFiles, next.Status.Failure));
            await fixture.CheckAsync(next);
            await next.DisposeAsync();
        });
    }

    [Fact]
    public void OpenAsync_AnyByteOfASegmentFlipped_IsFoundAtOpeningOrByVerify()
    {
        var fixture = new ArchiveFixture(3);
        fixture.Run(() => FillAsync(fixture));
        var path = fixture.Disk.Files.First(file => file.StartsWith("segments/demo/", StringComparison.Ordinal));
        var length = fixture.Disk.Content(path).Length;
        for (var offset = 0; offset < length; offset += 1 + (length / 150))
        {
            fixture.Disk.Flip(path, offset, offset % 8);
            fixture.Run(async () =>
            {
                var report = await VerifyAsync(fixture);
                Assert.True(
                    report.Damages.Any(damage => string.Equals(damage.File, path, StringComparison.Ordinal)),
                    $"offset {offset} of {length}: {string.Join(' ', report.Damages)}");
            });
            fixture.Disk.Flip(path, offset, offset % 8);
        }
    }

    [Fact]
    public void VerifyAsync_SoundSegments_CountsTheirRecords()
    {
        var fixture = new ArchiveFixture(4);
        fixture.Run(async () =>
        {
            await FillAsync(fixture);
            var report = await VerifyAsync(fixture);
            Assert.Empty(report.Damages);
            Assert.Equal(
                fixture.Model.Where(entry => entry.Key.Tenant == Demo).Sum(entry => entry.Value.Records.Count),
                report.Segments.Where(segment => segment.Tenant == Demo).Sum(segment => segment.Records));
        });
    }

    [Fact]
    public void VerifyAsync_ManifestAndASegmentDamaged_NamesBothAndProvesTheOthers()
    {
        var fixture = new ArchiveFixture(4);
        fixture.Run(async () =>
        {
            await FillAsync(fixture);
            fixture.Disk.Flip("segments/manifest.ff", 30, 1);
            var files = fixture.Disk.Files.Where(file => file.StartsWith("segments/demo/", StringComparison.Ordinal) || file.StartsWith("segments/other/", StringComparison.Ordinal)).ToList();
            Assert.True(files.Count > 1);
            foreach (var file in files)
            {
                foreach (var offset in new[] { 20, 1_062, fixture.Disk.Content(file).Length - 20 })
                {
                    fixture.Disk.Flip(file, offset, 6);
                    var report = await VerifyAsync(fixture);
                    Assert.Equal(["segments/manifest.ff", file], report.Damages.Select(damage => damage.File));
                    Assert.StartsWith("'segments/manifest.ff' is damaged at offset 0: its content does not match its checksum.", report.Damages[0].ToString(), StringComparison.Ordinal);
                    Assert.Equal(files.Count, report.Segments.Count);
                    Assert.All(report.Segments, segment => Assert.Equal(segment.File != file, segment.Records > 0));
                    fixture.Disk.Flip(file, offset, 6);
                }
            }
        });
    }

    [Fact]
    public void OpenAsync_ManifestNamesAMissingSegment_IsDamage()
    {
        var fixture = new ArchiveFixture(5);
        fixture.Run(() => FillAsync(fixture));
        fixture.Disk.Steal(fixture.Disk.Files.First(file => file.StartsWith("segments/demo/", StringComparison.Ordinal)));
        fixture.Run(async () =>
        {
            var opened = await fixture.TryOpenAsync();
            Assert.Equal("STORAGE_DAMAGED", opened.Errors[0].Code);
            Assert.Contains("the manifest names this segment and it is missing", opened.Errors[0].Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Files_OfEverything_HaveNoReadableRecords()
    {
        var fixture = new ArchiveFixture(6) { FileBytes = 1_100 };
        var secret = Encoding.UTF8.GetBytes("DE89370400440532013000");
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            for (var i = 0; i < 8; i++)
            {
                await ArchiveFixture.AppendAsync(journal.Log, Demo, 0, TestRecord.Write(new(new Instant(i), 77, 5, RecordProfile.Of(RecordKind.Release)), secret));
            }

            journal.Start();
            await journal.Worker.Idle;
            Assert.Null(journal.Worker.Failure);
            await journal.DisposeAsync();
        });
        Assert.Contains(fixture.Disk.Files, file => file.StartsWith("segments/demo/", StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.Disk.Files, file => fixture.Disk.Content(file).AsSpan().IndexOf(secret) >= 0);
    }

    [Fact]
    public void FindAsync_BadQueries_AreRefusedByMember()
    {
        var fixture = new ArchiveFixture(7);
        fixture.Run(async () =>
        {
            var journal = await fixture.OpenAsync();
            await fixture.WriteAsync(journal.Log, Demo, 0, 20);
            var page = (await journal.Assessments.FindAsync(Demo, new() { Size = 2 })).Value;
            Assert.Equal(2, page.Assessments.Count);
            (AssessmentQuery Query, string Code, string Member)[] refused =
            [
                (new() { Size = 0 }, "PAGE_SIZE_INVALID", "size"),
                (new() { Size = 501 }, "PAGE_SIZE_INVALID", "size"),
                (new() { From = new Instant(5), Until = new Instant(5) }, "TIMES_INVALID", "until"),
                (new() { Cursor = "?" }, "CURSOR_INVALID", "cursor"),
                (new() { Cursor = page.Next![..^4] + "AAAA" }, "CURSOR_INVALID", "cursor"),
                (new() { Cursor = page.Next, Levels = [RiskLevel.Low] }, "CURSOR_INVALID", "cursor"),
                (new() { Factors = [.. Enumerable.Repeat(new FactorPlace(1, 0, 0), 4_097)] }, "TOO_MANY_VALUES", "factors"),
            ];
            foreach (var (query, code, member) in refused)
            {
                var error = (await journal.Assessments.FindAsync(Demo, query)).Errors[0];
                Assert.Equal((code, member), (error.Code, error.Member));
            }

            Assert.Equal(2, (await journal.Assessments.FindAsync(Demo, new() { Size = 2, Cursor = page.Next })).Value.Assessments.Count);
            Assert.Empty((await journal.Assessments.FindAsync(Other, new())).Value.Assessments);
            await journal.DisposeAsync();
        });
    }

    private static async Task FillAsync(ArchiveFixture fixture)
    {
        var journal = await fixture.OpenAsync();
        for (var i = 0; i < 12; i++)
        {
            await fixture.WriteAsync(journal.Log, i % 3 == 0 ? Other : Demo, i % 4, 6);
        }

        await journal.DisposeAsync();
        journal = await fixture.OpenAsync();
        journal.Start();
        await journal.Worker.Idle;
        Assert.Null(journal.Worker.Failure);
        await journal.DisposeAsync();
    }

    private static async Task<VerificationReport> VerifyAsync(ArchiveFixture fixture)
    {
        var verifier = new SegmentVerifier(fixture.Disk, TestKeyring.Shared.For(KeyPurpose.Segments));
        await verifier.VerifyAsync(static (_, _) => { }, CancellationToken.None);
        return new VerificationReport(null, null, null, [], [], 0, [], verifier.Damages) { Segments = verifier.Segments };
    }
}
