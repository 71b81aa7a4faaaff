using System.Globalization;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Storage.Segments;

/// <summary>A segment as the manifest names it.</summary>
/// <param name="Tenant">Whose records it holds.</param>
/// <param name="FirstFile">The number of the first log file that its records were in.</param>
/// <param name="LastFile">The number of the last.</param>
/// <param name="Length">The length of its file.</param>
/// <param name="Crc">The checksum of its trailer, and through it of its footer.</param>
internal sealed record SegmentEntry(TenantId Tenant, uint FirstFile, uint LastFile, long Length, uint Crc)
{
    private const string Suffix = ".ff";

    /// <summary>How many segments of the same log files were before it: no two that counted at any time have the same name. New segments have 0.</summary>
    public uint Revision { get; init; }

    /// <summary>The name of its file, in the directory of its tenant.</summary>
    public string Name => NameOf(FirstFile, LastFile, Revision);

    /// <summary>A place in it.</summary>
    public BlockPlace Place(long offset) => new(FirstFile, LastFile, offset);

    /// <summary>Reads the name of a segment's file; of anything else, such as one that is not complete, it says that it is none.</summary>
    public static bool TryParse(string name, out uint first, out uint last, out uint revision)
    {
        (first, last, revision) = (0, 0, 0);
        var numbers = name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length].Split('-') : [];
        return numbers.Length is 2 or 3
            && TryParse(numbers[0], out first) && TryParse(numbers[1], out last) && (numbers.Length is 2 || TryParse(numbers[2], out revision))
            && name == NameOf(first, last, revision);
    }

    public static string NameOf(uint first, uint last, uint revision) => revision == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{first:D10}-{last:D10}{Suffix}")
        : string.Create(CultureInfo.InvariantCulture, $"{first:D10}-{last:D10}-{revision}{Suffix}");

    private static bool TryParse(string digits, out uint number) => uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
