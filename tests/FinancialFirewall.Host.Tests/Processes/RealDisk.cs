using System.Diagnostics;
using System.Globalization;

namespace FinancialFirewall.Host.Tests.Processes;

/// <summary>A small file system of its own, which a test can fill or break. It takes root.</summary>
internal sealed class RealDisk : IDisposable
{
    private const string FillerName = "filler";
    private readonly TemporaryDirectory directory;
    private readonly string? image;

    private RealDisk(TemporaryDirectory directory, string? image)
    {
        (this.directory, this.image) = (directory, image);
        Directory.CreateDirectory(Root);
    }

    /// <summary>Where the data is kept.</summary>
    public string Data => Path.Combine(Root, "data");

    private string Root => directory.File("disk");

    private string Filler => Path.Combine(Root, FillerName);

    /// <summary>A file system in memory.</summary>
    public static RealDisk InMemory(TemporaryDirectory directory, int megabytes)
    {
        var disk = new RealDisk(directory, image: null);
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", disk.Root);
        return disk;
    }

    /// <summary>An ext4 file system in a file.</summary>
    public static RealDisk InFile(TemporaryDirectory directory, int megabytes)
    {
        var disk = new RealDisk(directory, directory.File("disk.img"));
        using (var file = File.Create(disk.image!))
        {
            file.SetLength(megabytes * 1024L * 1024);
        }

        Run("mkfs.ext4", "-q", disk.image!);
        disk.Mount();
        return disk;
    }

    /// <summary>Takes room until so many bytes are left.</summary>
    public void Fill(long freeBytes)
    {
        using var filler = new FileStream(Filler, FileMode.OpenOrCreate, FileAccess.Write);
        var piece = new byte[64 * 1024];
        filler.Seek(0, SeekOrigin.End);
        try
        {
            while (new DriveInfo(Root).AvailableFreeSpace is var free && free > freeBytes)
            {
                filler.Write(piece, 0, (int)Math.Min(piece.Length, free - freeBytes));
                filler.Flush();
            }
        }
        catch (IOException) when (freeBytes == 0)
        {
            // It is full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Filler);

    /// <summary>The kernel finds the file system broken, and lets nobody write any more, as it does when the disk fails.</summary>
    public void Break() => Run("mount", "-o", "remount,abort", Root);

    /// <summary>Brings the file system back as it was when it broke.</summary>
    public void Repair()
    {
        Run("umount", Root);
        Mount();
    }

    public void Dispose() => Run("umount", Root);

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors}");
    }

    private void Mount() => Run("mount", "-o", "loop,errors=remount-ro", image!, Root);
}
