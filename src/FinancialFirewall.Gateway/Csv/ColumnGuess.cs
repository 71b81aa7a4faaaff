using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Guesses a column map from a file's header and its first rows. It is a proposal: people look at it before it decides anything.</summary>
public static class ColumnGuess
{
    /// <summary>How many rows are looked at.</summary>
    public const int MaximumRows = 50;

    /// <summary>How much of a file is enough, in bytes.</summary>
    public const int EnoughBytes = 256 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Whether the header names the members of a payment, so that no map is needed.</summary>
    /// <param name="beginning">The file's first bytes.</param>
    public static bool IsPlain(ReadOnlySpan<byte> beginning)
        => ReadRows(beginning, isWhole: false) is { Count: > 0 } rows && HeaderMap.Read(rows[0]).IsSuccess;

    /// <summary>A map for a file; or why it is none that can be read.</summary>
    /// <param name="beginning">The file's first bytes; <see cref="EnoughBytes"/> are enough.</param>
    /// <param name="isWhole">Whether that is the whole file.</param>
    public static Result<GuessedMap> Propose(ReadOnlySpan<byte> beginning, bool isWhole)
    {
        if (beginning.Length >= 2 && (beginning[0], beginning[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return CsvErrors.Encoding;
        }

        var rows = ReadRows(beginning, isWhole);
        if (rows.Count == 0)
        {
            return CsvErrors.NoHeader;
        }

        var header = rows[0];
        var samples = rows.Skip(1).Where(row => row.Length == header.Length).ToList();
        var chosen = Choose(header);
        var members = chosen.Select(pair => new MappedMember(
            pair.Key, "", [new SourcePart(IsColumn: true, header[pair.Value])], FormatGuess.Of(PaymentMemberTable.Get(pair.Key).Kind, Values(samples, pair.Value))));
        var columns = header.Select((name, index) => new GuessedColumn(
            name, string.Join(", ", chosen.Where(pair => pair.Value == index).Select(static pair => PaymentMemberTable.Name(pair.Key))), [.. Values(samples, index).Take(3).Select(static value => CardMask.Hide(Encoding.UTF8.GetBytes(value)))]));
        var missing = PaymentMemberTable.All.ToArray().Where(info => info.IsRequired && !chosen.ContainsKey(info.Member)).Select(static info => info.Name);
        return new GuessedMap(new ColumnMap(CsvDialect.Guess(beginning), CsvDialect.Quote, HasHeader: true, [.. members]), [.. columns], [.. missing]);
    }

    /// <summary>The column of each member: of several the one with the surest name, of equals the first.</summary>
    private static SortedDictionary<PaymentMember, int> Choose(string[] header)
    {
        var best = new SortedDictionary<PaymentMember, int>();
        var ranks = new Dictionary<PaymentMember, int>();
        for (var i = 0; i < header.Length; i++)
        {
            if (ColumnSynonyms.TryFind(header[i], out var member, out var rank) && rank < ranks.GetValueOrDefault(member, int.MaxValue))
            {
                (best[member], ranks[member]) = (i, rank);
            }
        }

        // Data about cards often names the cardholder alone: what he pays from is then his one account.
        if (!best.ContainsKey(PaymentMember.FromAccountNumber) && best.TryGetValue(PaymentMember.CustomerId, out var customer))
        {
            best[PaymentMember.FromAccountNumber] = customer;
        }

        return best;
    }

    private static List<string> Values(List<string[]> rows, int column)
        => [.. rows.Select(row => row[column]).Where(static value => value.Length > 0)];

    private static List<string[]> ReadRows(ReadOnlySpan<byte> text, bool isWhole)
    {
        text = text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
        var row = new CsvRow((byte)CsvDialect.Guess(text), (byte)CsvDialect.Quote);
        var rows = new List<string[]>();
        while (rows.Count <= MaximumRows && !text.IsEmpty && row.Read(text, isWhole, out var length) == CsvOutcome.Row)
        {
            if (!row.IsBlank)
            {
                var fields = new string[row.Count];
                for (var i = 0; i < fields.Length; i++)
                {
                    fields[i] = Encoding.UTF8.GetString(row.Field(text, i)).Trim();
                }

                rows.Add(fields);
            }

            text = text[length..];
        }

        return rows;
    }
}
