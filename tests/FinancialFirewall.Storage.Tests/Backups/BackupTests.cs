using FinancialFirewall.Storage.Backups;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Tests.Encryption;
using FinancialFirewall.Storage.Tests.SimulatedDisks;

namespace FinancialFirewall.Storage.Tests.Backups;

public sealed class BackupTests
{
    private readonly BackupFixture fixture = new(seed: 3);

    [Fact]
    public void WriteAsync_SecondTime_CopiesOnlyWhatIsNew() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 10);
        var first = await fixture.BackUpAsync(directory);
        var nothing = await fixture.BackUpAsync(directory);
        Assert.Equal((2, 0L), (nothing.Point.Number, nothing.CopiedBytes));
        await fixture.WorkAsync(directory, 1);
        var little = await fixture.BackUpAsync(directory);
        Assert.InRange(little.CopiedBytes, 1, first.CopiedBytes / 2);
        await fixture.CheckAsync(await fixture.RestoreAsync(), fixture.Time.Now);
    });

    [Fact]
    public void WriteAsync_Keep_RemovesOldPointsAndWhatOnlyTheyHad() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            await fixture.WorkAsync(directory, 30);
            Assert.Equal(i < 2 ? 0 : 1, (await fixture.BackUpAsync(directory, new() { Keep = 2 })).RemovedPoints);
        }

        var backup = (await Backup.OpenAsync(fixture.Target)).Value;
        Assert.Equal([3, 4], backup.Points.Select(point => point.Number));
        var named = backup.Points.SelectMany(point => point.Files).Select(file => file.StoredPath).ToHashSet(StringComparer.Ordinal);
        Assert.All(fixture.Target.Files.Where(file => file.StartsWith("files/", StringComparison.Ordinal)), file => Assert.Contains(file, named));
        await fixture.CheckAsync(await fixture.RestoreAsync(), fixture.Time.Now);
    });

    [Theory]
    [InlineData("segments/demo/")]
    [InlineData("journal/log-")]
    [InlineData("states/")]
    public void WriteAsync_DamagedSource_IsRefusedAndEarlierPointStays(string prefix) => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 20);
        await fixture.BackUpAsync(directory);
        var before = fixture.Time.Now;
        await fixture.WorkAsync(directory, 40);
        await using var hold = await directory.HoldAsync();
        var found = await new SourceFiles(fixture.Source, hold.Cut).FindAsync();
        var victim = found.Value.Files.Last(file => file.Path.StartsWith(prefix, StringComparison.Ordinal));
        fixture.Source.Flip(victim.Path, victim.Length - 40, 3);
        var writing = async () => await new BackupWriter(fixture.Source, hold.Cut, fixture.Target, new()).WriteAsync();
        var damage = await CatchAsync(writing);
        Assert.Equal(victim.Path, damage.File);
        Assert.Single((await Backup.OpenAsync(fixture.Target)).Value.Points);
        await fixture.CheckAsync(await fixture.RestoreAsync(), before);
    });

    [Fact]
    public void VerifyAndRestore_DamagedBackup_NameTheFile() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 30);
        await fixture.BackUpAsync(directory);
        var backup = (await Backup.OpenAsync(fixture.Target)).Value;
        var point = backup.Find(number: null).Value;
        Assert.True((await backup.VerifyAsync(point, fixture.MasterKeys)).IsSound);
        foreach (var file in point.Files.Where(file => !file.IsInCatalogue))
        {
            fixture.Target.Flip(file.StoredPath, file.Length / 2, 1);
            Assert.Equal(file.StoredPath, Assert.Single((await backup.VerifyAsync(point, fixture.MasterKeys)).Damages).File);
            var disk = new SimulatedDisk(fixture.Random);
            var damage = await CatchAsync(async () => await new BackupRestore(backup, disk, new()).RestoreAsync(point));
            Assert.Equal(file.StoredPath, damage.File);
            Assert.DoesNotContain("firewall.json", disk.Files);
            fixture.Target.Flip(file.StoredPath, file.Length / 2, 1);
            Assert.True((await new BackupRestore(backup, disk, new()).RestoreAsync(point)).IsSuccess);
        }
    });

    [Fact]
    public void OpenAsync_DamagedCatalogue_LeavesTheOtherPoints() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 10);
        await fixture.BackUpAsync(directory);
        var before = fixture.Time.Now;
        await fixture.BackUpAsync(directory);
        fixture.Target.Flip(BackupPoint.PathOf(2), 100, 0);
        var backup = (await Backup.OpenAsync(fixture.Target)).Value;
        Assert.Equal(BackupPoint.PathOf(2), Assert.Single(backup.Damages).File);
        await fixture.CheckAsync(await fixture.RestoreAsync(backup: backup), before);
        Assert.Equal(3, (await fixture.BackUpAsync(directory)).Point.Number);
    });

    [Fact]
    public void Stream_WholeOrCutOff_IsABackupOrNone() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 60);
        using var stream = new MemoryStream();
        await using (var hold = await directory.HoldAsync())
        {
            Assert.True((await new BackupStream(fixture.Source, hold.Cut, new()).WriteAsync(stream)).IsSuccess);
        }

        var bytes = stream.ToArray();
        fixture.Target.Plant("whole.tar", bytes);
        var backup = (await Backup.OpenAsync(fixture.Target, "whole.tar")).Value;
        Assert.True((await backup.VerifyAsync(backup.Points[0], fixture.MasterKeys)).IsSound);
        await fixture.CheckAsync(await fixture.RestoreAsync(backup: backup), fixture.Time.Now);
        foreach (var length in new[] { 0, 1, 600, bytes.Length / 2, bytes.Length - 1_025, bytes.Length - 1_024 })
        {
            fixture.Target.Plant("cut.tar", bytes[..length]);
            Assert.Equal("NO_BACKUP", (await Backup.OpenAsync(fixture.Target, "cut.tar")).Errors[0].Code);
        }
    });

    [Fact]
    public void CutAsync_StoppedDirectory_IsWhatTheNextStartFinds() => fixture.Run(async () =>
    {
        var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 50);
        await directory.DisposeAsync();
        var files = fixture.Source.Files.ToDictionary(file => file, fixture.Source.Content, StringComparer.Ordinal);
        var cut = await new StoppedDirectory(fixture.Source, fixture.Time).CutAsync();
        Assert.True((await new BackupWriter(fixture.Source, cut.Value, fixture.Target, new()).WriteAsync()).IsSuccess);
        Assert.All(files, file => Assert.Equal(file.Value, fixture.Source.Content(file.Key)));
        await fixture.CheckAsync(await fixture.RestoreAsync(), fixture.Time.Now);
    });

    [Fact]
    public void HoldAsync_FilesMovedAndMergedAway_StayUntilItEnds() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 40);
        await using var hold = await directory.HoldAsync();
        var held = (await new SourceFiles(fixture.Source, hold.Cut).FindAsync()).Value.Files;
        await fixture.WorkAsync(directory, 100);
        Assert.All(held.Where(file => file.Kind != SourceFileKind.Catalogued), file => Assert.Contains(file.Path, fixture.Source.Files));
        await hold.DisposeAsync();
        Assert.Contains(held, file => file.Kind == SourceFileKind.Log && !fixture.Source.Files.Contains(file.Path, StringComparer.Ordinal));
        Assert.Contains(held, file => file.Kind == SourceFileKind.Segment && !fixture.Source.Files.Contains(file.Path, StringComparer.Ordinal));
    });

    [Fact]
    public void WriteAsync_KeysReplacedMeanwhile_OpensWithTheKeyItNames() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 20);
        fixture.MasterKeys.Keys = [2, 1];
        var rotating = directory.Keys.RotateMasterAsync();
        var report = await fixture.BackUpAsync(directory);
        Assert.True((await rotating).IsSuccess);
        fixture.MasterKeys.Keys = [report.Point.MasterKeyId == TestMasterKeys.IdOf(2) ? (byte)2 : (byte)1];
        await fixture.CheckAsync(await fixture.RestoreAsync(), fixture.Time.Now);
    });

    [Fact]
    public void RestoreAsync_OlderPoint_TakesTheNewestFilesOfPersons() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.Source.CreateDirectoryAsync("persons");
        fixture.Source.Plant("persons/demo.ff", [1, 2, 3]);
        await fixture.BackUpAsync(directory);
        fixture.Source.Plant("persons/demo.ff", [1]);
        await fixture.WorkAsync(directory, 5);
        await fixture.BackUpAsync(directory);
        Assert.Equal([1], (await fixture.RestoreAsync(1)).Content("persons/demo.ff"));
        Assert.Equal([1], (await fixture.RestoreAsync(2)).Content("persons/demo.ff"));
    });

    [Fact]
    public void WriteAsync_OtherDirectoryOrOtherFiles_IsRefused() => fixture.Run(async () =>
    {
        await using var directory = await fixture.OpenAsync();
        await fixture.BackUpAsync(directory);
        var stranger = new SimulatedDisk(fixture.Random);
        await using var strange = await fixture.OpenAsync(stranger);
        await using var strangeHold = await strange.HoldAsync();
        Assert.Equal("BACKUP_OF_ANOTHER", (await new BackupWriter(stranger, strangeHold.Cut, fixture.Target, new()).WriteAsync()).Errors[0].Code);
        var other = new SimulatedDisk(fixture.Random);
        other.Plant("letter.txt", [1]);
        Assert.Equal("NOT_EMPTY", (await new BackupWriter(stranger, strangeHold.Cut, other, new()).WriteAsync()).Errors[0].Code);
        var backup = (await Backup.OpenAsync(fixture.Target)).Value;
        Assert.Equal("DIRECTORY_LOCKED", (await new BackupRestore(backup, stranger, new()).RestoreAsync(backup.Points[0])).Errors[0].Code);
        Assert.Equal("POINT_NOT_FOUND", backup.Find(7).Errors[0].Code);
    });

    [Fact]
    public void RestoreAsync_TimesOutsideTheBackup_AreRefused() => fixture.Run(async () =>
    {
        var early = fixture.Time.Now;
        fixture.Time.Pass();
        await using var directory = await fixture.OpenAsync();
        await fixture.WorkAsync(directory, 3);
        await fixture.BackUpAsync(directory);
        fixture.Time.Pass();
        var restore = new BackupRestore((await Backup.OpenAsync(fixture.Target)).Value, new SimulatedDisk(fixture.Random), new());
        foreach (var (time, code) in new[] { (early, "TIME_TOO_EARLY"), (fixture.Time.Now, "TIME_TOO_LATE") })
        {
            var refused = await restore.RestoreAsync(new RestoreTime(time, fixture.MasterKeys, fixture.NextRandom));
            Assert.Equal(code, refused.Errors[0].Code);
        }
    });

    private static async Task<StorageDamage> CatchAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageDamageException exception)
        {
            return exception.Damage;
        }

        throw new InvalidOperationException("The damage was not noticed.");
    }
}
