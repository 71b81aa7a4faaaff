using System.Globalization;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Storage.Damages;
using FinancialFirewall.Storage.Disks;

namespace FinancialFirewall.Storage.Sites;

/// <summary>What <c>site.json</c> says of the data directory that it stands in: in which term it leads, or follows. It is replaced as a whole.</summary>
public sealed record SiteRecord
{
    /// <summary>The format that this code reads and writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>How many beginnings of terms are kept, the newest ones.</summary>
    public const int MaximumTerms = 100;

    /// <summary>The name of the file.</summary>
    public const string FileName = "site.json";

    private const int MaximumBytes = 1024 * 1024;
    private const string Unfinished = FileName + ".tmp";

    /// <summary>The term that this directory leads or follows in, or led in before it was fenced; from 1 on. Only one site ever leads in a term.</summary>
    public required uint Term { get; init; }

    /// <summary>What this directory is.</summary>
    public required SiteRole Role { get; init; }

    /// <summary>The higher term of the site that fenced this one; 0 for none.</summary>
    public uint FencedBy { get; init; }

    /// <summary>The first log file of the journal that the follower of this leader may still need; 0 where it has no follower.</summary>
    public uint KeepFrom { get; init; }

    /// <summary>Whether another site may hold what this one recorded, or may have been promoted.</summary>
    public bool HasHadFollower => KeepFrom > 0 || Term > 1;

    /// <summary>Where terms began, the oldest first.</summary>
    internal IReadOnlyList<TermBegin> Begins { get; init; } = [];

    /// <summary>Where the first term after <paramref name="term"/> began; <see langword="null"/> where that is not known here.</summary>
    internal TermBegin? FirstAfter(uint term) => Begins.Any(begin => begin.Term > term) ? Begins.First(begin => begin.Term > term) : null;

    /// <summary>This record when the site becomes the leader of a term.</summary>
    internal SiteRecord Promoted(uint term, in SitePosition position)
        => new() { Term = term, Role = SiteRole.Leader, Begins = [.. Begins.TakeLast(MaximumTerms - 1), new TermBegin(term, position)] };

    /// <summary>Reads the record of a data directory; <see langword="null"/> where there never was a second site. Refusals: <c>STORAGE_DAMAGED</c>, <c>STORAGE_NEWER</c>.</summary>
    /// <exception cref="IOException">The disk could not be read.</exception>
    public static async ValueTask<Result<SiteRecord?>> ReadAsync(IDisk disk)
    {
        if (!await disk.ExistsAsync(FileName))
        {
            return Result.Success<SiteRecord?>(null);
        }

        await using var file = await disk.OpenAsync(FileName, DiskFileUse.Read);
        var bytes = new byte[Math.Min(MaximumBytes, await file.GetLengthAsync())];
        var read = await file.ReadAsync(0, bytes);
        return Parse(bytes.AsMemory(0, read)) is { } found ? Result.Success<SiteRecord?>(found) : Damaged().ToError();
    }

    /// <summary>Replaces the record of a data directory, durably.</summary>
    /// <exception cref="IOException">The disk could not keep it; the old one stands.</exception>
    public async ValueTask WriteAsync(IDisk disk)
    {
        await disk.DeleteAsync(Unfinished);
        await using (var file = await disk.CreateAsync(Unfinished, DiskFileUse.Write))
        {
            await file.WriteAsync(0, [ToBytes()]);
            await file.FlushAsync();
        }

        await disk.RenameAsync(Unfinished, FileName);
        await disk.SyncDirectoryAsync("");
    }

    /// <summary>The record as JSON.</summary>
    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""{"format": {{CurrentFormat}}, "term": {{Term}}, "role": "{{NameOf(Role)}}", "fencedBy": {{FencedBy}}, "keepFrom": {{KeepFrom}}, "begins": [""");
        text.AppendJoin(", ", Begins.Select(begin => string.Create(CultureInfo.InvariantCulture, $$"""{"term": {{begin.Term}}, "position": "{{begin.Position}}"}""")));
        return Encoding.UTF8.GetBytes(text.Append("]}\n").ToString());
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <see langword="null"/> for anything else.</summary>
    public static SiteRecord? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.GetProperty("format").GetInt32() != CurrentFormat ? null : new SiteRecord
            {
                Term = root.GetProperty("term").GetUInt32(),
                Role = TryParseRole(root.GetProperty("role").GetString()) ?? throw new FormatException("The role of a site is expected."),
                FencedBy = root.GetProperty("fencedBy").GetUInt32(),
                KeepFrom = root.GetProperty("keepFrom").GetUInt32(),
                Begins = [.. root.GetProperty("begins").EnumerateArray().Select(ReadBegin)],
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The name of a role, as people and programs read it.</summary>
    public static string NameOf(SiteRole role) => role switch
    {
        SiteRole.Leader => "LEADER",
        SiteRole.Follower => "FOLLOWER",
        SiteRole.Fenced => "FENCED",
        SiteRole.Copying => "COPYING",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "A role of a site is expected."),
    };

    /// <summary>The role of a name; <see langword="null"/> for any other text.</summary>
    internal static SiteRole? TryParseRole(string? name) => name switch
    {
        "LEADER" => SiteRole.Leader,
        "FOLLOWER" => SiteRole.Follower,
        "FENCED" => SiteRole.Fenced,
        "COPYING" => SiteRole.Copying,
        _ => null,
    };

    private static TermBegin ReadBegin(JsonElement element) => new(
        element.GetProperty("term").GetUInt32(),
        SitePosition.TryParse(element.GetProperty("position").GetString() ?? "") ?? throw new FormatException("A position has nine numbers."));

    private static StorageDamage Damaged() => new(
        FileName, 0, $"it is not the record of a site in format {CurrentFormat}.", "It says whether this directory may lead: restore it from a backup, or copy the directory anew from the leader.");
}
