using System.Buffers;
using System.Text;

namespace FinancialFirewall.Domain.Lists;

/// <summary>
/// Names of people and companies as lists compare them: without spaces at the ends, runs of white space as one space, and upper and lower case
/// folded character by character, in no language's special way.
/// </summary>
internal static class NameText
{
    /// <summary>The longest folded name, in UTF-8 bytes; a longer one is on no list.</summary>
    internal const int MaximumLength = 4 * ListEntry.MaximumValueLength;

    /// <summary>Folds a name without allocation.</summary>
    /// <param name="utf8">The name.</param>
    /// <param name="folded">Takes the folded name, <see cref="MaximumLength"/> bytes.</param>
    /// <returns>How many bytes the folded name has; -1 when it is too long or not UTF-8.</returns>
    internal static int Fold(ReadOnlySpan<byte> utf8, Span<byte> folded)
    {
        var written = 0;
        var isSpacePending = false;
        while (utf8.Length > 0)
        {
            if (Rune.DecodeFromUtf8(utf8, out var rune, out var consumed) != OperationStatus.Done)
            {
                return -1;
            }

            utf8 = utf8[consumed..];
            if (Rune.IsWhiteSpace(rune))
            {
                isSpacePending = written > 0;
                continue;
            }

            var lower = Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));
            if (written + 1 + lower.Utf8SequenceLength > folded.Length)
            {
                return -1;
            }

            if (isSpacePending)
            {
                folded[written++] = (byte)' ';
                isSpacePending = false;
            }

            written += lower.EncodeToUtf8(folded[written..]);
        }

        return written;
    }
}
