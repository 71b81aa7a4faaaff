using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using FinancialFirewall.Gateway.Csv;

namespace FinancialFirewall.Gateway.Tests.Csv;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("a,b\n\n1,\"x, \"\"y\"\"\nz\"\r\n2,\n", "a|b", "1|x, \"y\"\nz", "2|")]
    [InlineData("\uFEFFa;b\n1;2,5", "a|b", "1|2,5")]
    [InlineData("")]
    public async Task ReadAsync_Table_GivesItsRows(string text, params string[] rows) => Assert.Equal(rows, await ReadAsync(text));

    [Theory]
    [InlineData("a,b\n1,\"2\n3,4\n", "line 2: a quotation mark is opened and never closed.")]
    [InlineData("a,b\n1,2\n3,\"4\"x\n", "line 3: behind a closing quotation mark stands neither a delimiter nor the row's end.")]
    [InlineData("a,b\n0123456789012345678901234567890123456789\n", "line 2: the row has more than 32 bytes.")]
    public async Task ReadAsync_RowThatIsNone_IsNamedByItsLine(string text, string message)
        => Assert.Equal(message, (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(text))).Message);

    private static async Task<List<string>> ReadAsync(string text)
    {
        var rows = new List<string>();
        await foreach (var row in CsvTable.ReadAsync(PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text))), 32, CancellationToken.None))
        {
            rows.Add(string.Join('|', row));
        }

        return rows;
    }
}
