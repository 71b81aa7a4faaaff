namespace FinancialFirewall.Gateway.Csv;

/// <summary>Which delimiter a file uses, told from its first line.</summary>
internal static class CsvDialect
{
    /// <summary>What quotes a field unless a map says otherwise.</summary>
    public const char Quote = '"';

    private static readonly char[] Usual = [',', ';', '\t', '|'];

    /// <summary>The one of comma, semicolon, tabulator and bar that stands most often in the first line; of equals the first.</summary>
    public static char Guess(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var best = Usual[0];
        var most = 0;
        foreach (var delimiter in Usual)
        {
            var count = (end < 0 ? text : text[..end]).Count((byte)delimiter);
            (best, most) = count > most ? (delimiter, count) : (best, most);
        }

        return best;
    }
}
