using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FinancialFirewall.Storage.Snapshots;

/// <summary>The names of snapshot files: <c>&lt;name&gt;-&lt;sequence in 19 digits&gt;.ff</c>, so that their order is that of their age.</summary>
internal static class SnapshotFileName
{
    /// <summary>The longest name of a snapshot, in characters.</summary>
    public const int MaximumNameLength = 60;

    private const string Suffix = ".ff";
    private const int Digits = 19;
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static string Of(string name, long throughSequence) => $"{name}-{throughSequence.ToString("D19", CultureInfo.InvariantCulture)}{Suffix}";

    public static void Check(string name)
    {
        if (name.Length is 0 or > MaximumNameLength || name.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException($"'{name}' cannot name a snapshot: 1 to {MaximumNameLength} characters of a-z, 0-9 and '-' are expected.", nameof(name));
        }
    }

    public static bool TryParse(string file, [NotNullWhen(true)] out string? name, out long throughSequence)
    {
        name = null;
        throughSequence = 0;
        var nameLength = file.Length - Suffix.Length - Digits - 1;
        if (nameLength < 1 || !file.EndsWith(Suffix, StringComparison.Ordinal) || file[nameLength] != '-'
            || !long.TryParse(file.AsSpan(nameLength + 1, Digits), NumberStyles.None, CultureInfo.InvariantCulture, out throughSequence))
        {
            return false;
        }

        name = file[..nameLength];
        return true;
    }
}
