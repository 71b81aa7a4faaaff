using System.Globalization;
using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Replication;

/// <summary>How a site is.</summary>
/// <param name="Term">The term that it leads or follows in.</param>
/// <param name="Role">What it is.</param>
/// <param name="FencedBy">The higher term that it has heard of; 0 for none.</param>
/// <param name="At">Its clock.</param>
/// <param name="Records">How many records its journal ever had; a quarter of a second old at the most.</param>
/// <param name="Position">How far its logs go.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SiteReport(uint Term, SiteRole Role, uint FencedBy, Instant At, long Records, SitePosition Position)
{
    /// <summary>The report as one line.</summary>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Term} {SiteRecord.NameOf(Role)} {FencedBy} {At.UnixMicroseconds} {Records} {Position}");

    /// <summary>Reads what <see cref="ToString"/> wrote; <see langword="null"/> for anything else.</summary>
    public static SiteReport? TryParse(string line)
    {
        var words = line.Split(' ', 6);
        return words.Length == 6
            && uint.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var term)
            && SiteRecord.TryParseRole(words[1]) is { } role
            && uint.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var fencedBy)
            && long.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && long.TryParse(words[4], NumberStyles.None, CultureInfo.InvariantCulture, out var records)
            && SitePosition.TryParse(words[5]) is { } position
            ? new SiteReport(term, role, fencedBy, new Instant(at), records, position)
            : null;
    }
}
