using FinancialFirewall.Storage.Encryption;

namespace FinancialFirewall.Storage.Tests.Encryption;

/// <summary>On real files.</summary>
public sealed class MasterKeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("firewall-key-tests-");

    private string Path => System.IO.Path.Combine(directory.FullName, "it's.key");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task Create_NewFile_IsForItsOwnerAloneAndReadAgain()
    {
        var file = new MasterKeyFile(Path);
        var id = file.Create().Value;
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == OwnerOnly);
        using (var keys = (await file.LoadAsync(isNewDirectory: false)).Value)
        {
            Assert.Equal([id], keys.Ids);
        }

        Assert.Equal("MASTER_KEY_EXISTS", file.Create().Errors[0].Code);
        Assert.Equal([Path], Directory.GetFiles(directory.FullName));
    }

    [Fact]
    public async Task LoadAsync_NoFile_IsMadeForNewDirectoriesOnly()
    {
        var explicitFile = new MasterKeyFile(Path);
        var defaultFile = new MasterKeyFile(Path, isMadeForNewDirectories: true);
        var error = (await explicitFile.LoadAsync(isNewDirectory: true)).Errors[0];
        Assert.Equal("MASTER_KEY_MISSING", error.Code);
        Assert.EndsWith($"firewall keys new '{directory.FullName}/it'\\''s.key'", error.Message, StringComparison.Ordinal);
        Assert.Equal("MASTER_KEY_MISSING", (await defaultFile.LoadAsync(isNewDirectory: false)).Errors[0].Code);
        using var made = (await defaultFile.LoadAsync(isNewDirectory: true)).Value;
        using var again = (await explicitFile.LoadAsync(isNewDirectory: false)).Value;
        Assert.Equal(made.Ids, again.Ids);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, "0640")]
    [InlineData(UnixFileMode.OtherRead, "0604")]
    [InlineData(UnixFileMode.OtherWrite, "0602")]
    [InlineData(UnixFileMode.GroupExecute, "0610")]
    public async Task LoadAsync_OpenToOthers_IsRefusedWithTheCommand(UnixFileMode others, string mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = new MasterKeyFile(Path);
        file.Create();
        File.SetUnixFileMode(Path, OwnerOnly | others);
        var error = (await file.LoadAsync(isNewDirectory: false)).Errors[0];
        Assert.Equal("MASTER_KEY_EXPOSED", error.Code);
        Assert.EndsWith(
            $"(mode {mode}, 0600 is expected). Run: chmod 600 '{directory.FullName}/it'\\''s.key'", error.Message, StringComparison.Ordinal);
        Assert.Equal("MASTER_KEY_EXPOSED", file.AddKey().Errors[0].Code);
    }

    [Fact]
    public async Task AddKey_Repeated_KeepsTheEarlierOnesUpToTheMaximum()
    {
        var file = new MasterKeyFile(Path);
        var ids = new List<string> { file.Create().Value };
        for (var i = 1; i < MasterKeySet.MaximumCount; i++)
        {
            ids.Insert(0, file.AddKey().Value);
        }

        using var keys = (await file.LoadAsync(isNewDirectory: false)).Value;
        Assert.Equal(ids, keys.Ids);
        Assert.Equal("MASTER_KEYS_FULL", file.AddKey().Errors[0].Code);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path) == OwnerOnly);
    }

    [Fact]
    public async Task LoadAsync_Directory_IsUnreachable()
    {
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, OwnerOnly | UnixFileMode.UserExecute);
        }

        Assert.Equal("MASTER_KEY_MISSING", (await new MasterKeyFile(Path).LoadAsync(isNewDirectory: false)).Errors[0].Code);
    }
}
