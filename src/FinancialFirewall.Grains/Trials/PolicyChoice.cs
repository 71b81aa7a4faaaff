using Orleans;

namespace FinancialFirewall.Grains.Trials;

/// <summary>Which policy is tried: a draft, a version, a file, or configurations in place of others; or nothing of all that.</summary>
[GenerateSerializer, Immutable, Alias("ff.PolicyChoice")]
public sealed record PolicyChoice
{
    /// <summary>The most configurations of <see cref="Configurations"/>.</summary>
    public const int MaximumConfigurations = 100;

    /// <summary>A draft.</summary>
    [Id(0)]
    public Guid? Draft { get; init; }

    /// <summary>The number of a version.</summary>
    [Id(1)]
    public int? Version { get; init; }

    /// <summary>A whole policy file, UTF-8 JSON; masks stand for the secrets that are in force.</summary>
    [Id(2)]
    public ReadOnlyMemory<byte>? File { get; init; }

    /// <summary>
    /// Configurations, a UTF-8 JSON object each: one whose <c>id</c> is in the draft or version that is stated, or else in the version in force, replaces it there; every other one is added.
    /// </summary>
    [Id(3)]
    public IReadOnlyList<ReadOnlyMemory<byte>>? Configurations { get; init; }

    /// <summary>Whether nothing is stated.</summary>
    public bool IsEmpty => Whole == 0 && Configurations is null;

    /// <summary>Whether what is stated is one policy: a draft, a version or a file; or configurations, in a draft, in a version, or in the one in force.</summary>
    public bool IsOnePolicy => Configurations is null ? Whole == 1 : File is null && Whole <= 1;

    private int Whole => (Draft is null ? 0 : 1) + (Version is null ? 0 : 1) + (File is null ? 0 : 1);

    /// <summary>The names of what is stated.</summary>
    internal string ToNames()
    {
        (string Name, bool IsStated)[] all = [("draft", Draft is not null), ("version", Version is not null), ("policy", File is not null), ("configurations", Configurations is not null)];
        return string.Join(", ", all.Where(static one => one.IsStated).Select(static one => one.Name));
    }
}
