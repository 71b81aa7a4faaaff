using System.Collections.Frozen;

namespace FinancialFirewall.Gateway.Pages;

/// <summary>The files of the console as they were built, all in memory: nothing else can be asked for.</summary>
public sealed class PageFiles
{
    /// <summary>The most files that a console may consist of; compressed ones count too.</summary>
    public const int MaximumFiles = 1_000;

    /// <summary>The most bytes of all of them together.</summary>
    public const int MaximumBytes = 32 << 20;

    private const string Index = "index.html";
    private const string BrotliSuffix = ".br";

    /// <summary>Where the build puts what has a hash in its name.</summary>
    private const string HashedFolder = "assets/";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".woff2"] = "font/woff2",
        [".md"] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, PageFile> files;

    private PageFiles(FrozenDictionary<string, PageFile> files) => this.files = files;

    /// <summary>A console that was not built.</summary>
    public static PageFiles None { get; } = new(FrozenDictionary<string, PageFile>.Empty);

    /// <summary>The page itself; null where it was not built.</summary>
    public PageFile? Page => Find(Index);

    /// <summary>Takes files as a build left them. Those of kinds that no console has are left out.</summary>
    /// <param name="built">Their paths below the console's folder, with '/', and their bytes.</param>
    /// <exception cref="InvalidOperationException">They are more than <see cref="MaximumFiles"/> or larger than <see cref="MaximumBytes"/> together.</exception>
    public static PageFiles Of(IReadOnlyDictionary<string, byte[]> built)
    {
        var bytes = built.Values.Sum(static content => (long)content.Length);
        return built.Count <= MaximumFiles && bytes <= MaximumBytes
            ? new PageFiles(built.Keys.Where(static path => ContentTypes.ContainsKey(Path.GetExtension(path))).ToFrozenDictionary(static path => path, path => FileOf(built, path), StringComparer.Ordinal))
            : throw new InvalidOperationException($"The console has {built.Count} files of {bytes} bytes; at most {MaximumFiles} and {MaximumBytes} are served. Build it anew in an empty folder.");
    }

    /// <summary>The file of a path without its first '/'; null where there is none.</summary>
    public PageFile? Find(string path) => files.GetValueOrDefault(path);

    private static PageFile FileOf(IReadOnlyDictionary<string, byte[]> built, string path) => new(
        ContentTypes[Path.GetExtension(path)], built[path], built.GetValueOrDefault(path + BrotliSuffix), path.StartsWith(HashedFolder, StringComparison.Ordinal));
}
