using FinancialFirewall.Host.Tests.Processes;

namespace FinancialFirewall.Host.Tests.Verifying;

[Collection(ProcessCollection.Name)]
public sealed class VerifyTests
{
    [Fact]
    public async Task Verify_FlippedByte_NamesFileAndOffset()
    {
        using var directory = new TemporaryDirectory();
        var payments = directory.Write("payments.ndjson", string.Join('\n', new SamplePayments(4).Take(300)));
        var assessed = await FirewallProgram.RunAsync("assess", payments, "--data", directory.Data);
        Assert.True(assessed.ExitCode == 0, assessed.ToString());

        var sound = await FirewallProgram.RunAsync("verify", directory.Data);
        Assert.True(sound.ExitCode == 0, sound.ToString());
        Assert.Contains("tenant demo: 300 records", sound.Output, StringComparison.Ordinal);
        Assert.Contains("Everything is whole.", sound.Output, StringComparison.Ordinal);

        var log = Directory.GetFiles(Path.Combine(directory.Data, "journal")).Order(StringComparer.Ordinal).First();
        await FlipAsync(log, new FileInfo(log).Length / 2);
        var damaged = await FirewallProgram.RunAsync("verify", directory.Data);

        Assert.True(damaged.ExitCode == 3, damaged.ToString());
        Assert.Contains($"journal/{Path.GetFileName(log)}", damaged.Output, StringComparison.Ordinal);
        Assert.Contains("is damaged at offset", damaged.Output, StringComparison.Ordinal);
        var refused = await FirewallProgram.RunAsync("run", "--urls", "http://127.0.0.1:0", "--data", directory.Data);
        Assert.True(refused.ExitCode == 3, refused.ToString());
        Assert.Contains("is damaged at offset", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoDirectory_IsAUsageError()
    {
        using var directory = new TemporaryDirectory();

        var result = await FirewallProgram.RunAsync("verify", directory.File("nothing"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("There is no directory", result.Errors, StringComparison.Ordinal);
    }

    private static async Task FlipAsync(string path, long offset)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = offset;
        var value = file.ReadByte();
        file.Position = offset;
        file.WriteByte((byte)(value ^ 0x10));
    }
}
