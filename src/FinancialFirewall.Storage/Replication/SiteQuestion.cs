using System.Globalization;
using System.Text;

namespace FinancialFirewall.Storage.Replication;

/// <summary>What one site asks the other: a verb, the highest term that the asker knows, and what the verb needs. As text it is one line.</summary>
/// <param name="Verb">What is wanted.</param>
/// <param name="Term">The highest term that the asker knows.</param>
/// <param name="Words">What the verb needs, as one text; empty for nothing.</param>
public sealed record SiteQuestion(string Verb, uint Term, string Words)
{
    /// <summary>How is it? Every site answers that.</summary>
    public const string State = "state";

    /// <summary>What follows a position, which the asker has on disk: wait in ms, position.</summary>
    public const string Pull = "pull";

    /// <summary>The term is over: answer no payment any more.</summary>
    public const string Fence = "fence";

    /// <summary>A cut through the data directory, whose files stay until it is copied.</summary>
    public const string Copy = "copy";

    /// <summary>The files of the cut are needed no longer.</summary>
    public const string Copied = "copied";

    /// <summary>The names in a directory: path.</summary>
    public const string List = "list";

    /// <summary>A part of a file: offset, length, path.</summary>
    public const string Read = "read";

    /// <summary>Sees to it that each tenant with records has keys of persons on disk.</summary>
    public const string Persons = "persons";

    /// <summary>The longest question, in bytes.</summary>
    public const int MaximumBytes = 4 * 1024;

    /// <summary>The question as bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Verb} {Term} {Words}"));

    /// <summary>Reads what <see cref="ToBytes"/> wrote; <see langword="null"/> for anything else.</summary>
    public static SiteQuestion? TryParse(ReadOnlySpan<byte> bytes)
        => bytes.Length <= MaximumBytes && Encoding.UTF8.GetString(bytes).Split(' ', 3) is [var verb, var number, var words]
            && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var term)
            ? new SiteQuestion(verb, term, words)
            : null;
}
