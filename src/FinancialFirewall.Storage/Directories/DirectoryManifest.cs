using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Directories;

/// <summary>What <c>firewall.json</c> says of the data directory that it stands in.</summary>
/// <param name="Format">The format of the directory as a whole.</param>
/// <param name="Id">Tells this directory from any other: 16 hexadecimal digits.</param>
/// <param name="CreatedAt">When it was created, RFC 3339.</param>
public sealed record DirectoryManifest(int Format, string Id, string CreatedAt)
{
    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 3;

    /// <summary>The oldest format that it reads: without follow-ups, which older programs do not know. Opening a directory makes it the current one.</summary>
    public const int OldestFormat = 2;

    /// <summary>The name of the file.</summary>
    public const string FileName = "firewall.json";

    private const int MaximumBytes = 64 * 1024;

    /// <summary>Reads the manifest. Refusals: <c>STORAGE_NEWER</c>, <c>STORAGE_OLDER</c> and <c>STORAGE_DAMAGED</c>; the value is <see langword="null"/> where there is none.</summary>
    public static async ValueTask<Result<DirectoryManifest?>> ReadAsync(IDisk disk)
    {
        if (!await disk.ExistsAsync(FileName))
        {
            return Result.Success<DirectoryManifest?>(null);
        }

        await using var file = await disk.OpenAsync(FileName, DiskFileUse.Read);
        var bytes = new byte[Math.Min(MaximumBytes, await file.GetLengthAsync())];
        var read = await file.ReadAsync(0, bytes);
        return Parse(bytes.AsMemory(0, read));
    }

    /// <summary>Creates the manifest, whole or not at all.</summary>
    internal static ValueTask<DirectoryManifest> CreateAsync(IDisk disk, ulong id, Instant now)
        => WriteAsync(disk, new DirectoryManifest(CurrentFormat, id.ToString("x16", CultureInfo.InvariantCulture), now.ToString()));

    /// <summary>Makes the directory one of the current format, from which only programs that know all of it start.</summary>
    internal static ValueTask<DirectoryManifest> UpgradeAsync(IDisk disk, DirectoryManifest found)
        => found.Format == CurrentFormat ? new(found) : WriteAsync(disk, found with { Format = CurrentFormat });

    private static async ValueTask<DirectoryManifest> WriteAsync(IDisk disk, DirectoryManifest manifest)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $$"""{"format": {{manifest.Format}}, "id": "{{manifest.Id}}", "createdAt": "{{manifest.CreatedAt}}"}{{"\n"}}""");
        const string Unfinished = FileName + ".tmp";
        await disk.DeleteAsync(Unfinished);
        await using (var file = await disk.CreateAsync(Unfinished, DiskFileUse.Write))
        {
            await file.WriteAsync(0, [Encoding.UTF8.GetBytes(text)]);
            await file.FlushAsync();
        }

        await disk.RenameAsync(Unfinished, FileName);
        await disk.SyncDirectoryAsync("");
        return manifest;
    }

    private static Result<DirectoryManifest?> Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var format = document.RootElement.GetProperty("format").GetInt32();
            return format is >= OldestFormat and <= CurrentFormat
                ? new DirectoryManifest(
                    format, document.RootElement.GetProperty("id").GetString() ?? "", document.RootElement.GetProperty("createdAt").GetString() ?? "")
                : format < CurrentFormat ? Older(format) : Newer(format);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new StorageDamage(FileName, 0, $"it cannot be read ({exception.Message})", StorageDamage.RestoreAdvice).ToError();
        }
    }

    private static Error Older(int format) => new(
        ErrorKind.Unavailable,
        "STORAGE_OLDER",
        FileName,
        format.ToString(CultureInfo.InvariantCulture),
        string.Create(
            CultureInfo.InvariantCulture,
            $"The data directory has format {format}, which is not encrypted, and this program reads format {CurrentFormat}. Start with another directory, and keep this one for the program that wrote it."));

    private static Error Newer(int format) => new(
        ErrorKind.Unavailable,
        "STORAGE_NEWER",
        FileName,
        format.ToString(CultureInfo.InvariantCulture),
        string.Create(
            CultureInfo.InvariantCulture,
            $"The data directory has format {format} and this program reads format {CurrentFormat}. Use the program that wrote it, or a newer one."));
}
