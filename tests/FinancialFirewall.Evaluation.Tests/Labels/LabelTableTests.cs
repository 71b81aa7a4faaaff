using FinancialFirewall.Domain.Results;
using FinancialFirewall.Evaluation.Labels;

namespace FinancialFirewall.Evaluation.Tests.Labels;

public sealed class LabelTableTests
{
    [Fact]
    public async Task ReadAsync_TableWithScenarios_GivesEachPaymentItsLabel()
    {
        var table = (await ReadAsync("reference,isFraud,scenario\na,1,CYCLE\nb,0,\nc,TRUE, X \n")).Value;

        Assert.Equal(3, table.Count);
        Assert.Equal(new Label(true, "CYCLE"), table.Find("a"));
        Assert.Equal(Label.Genuine, table.Find("b"));
        Assert.Equal(new Label(true, "X"), table.Find("c"));
        Assert.Null(table.Find("d"));
    }

    [Fact]
    public async Task ReadAsync_OtherColumns_AreFoundByName()
    {
        var columns = LabelColumns.Parse("reference=ID,isFraud=FRAUD")!;
        var table = (await ReadAsync("X,FRAUD,ID\n9,no,7\n9,yes,8\n", columns)).Value;

        Assert.Equal((false, true), (table.Find("7")!.IsFraud, table.Find("8")!.IsFraud));
    }

    [Theory]
    [InlineData("", "LABELS_EMPTY")]
    [InlineData("id,isFraud\n", "LABEL_COLUMN_MISSING")]
    [InlineData("reference,fraud\n", "LABEL_COLUMN_MISSING")]
    [InlineData("reference,isFraud\na,1\na,1\n", "LABEL_TWICE")]
    [InlineData("reference,isFraud\na,maybe\n", "LABEL_UNKNOWN")]
    [InlineData("reference,isFraud\n,1\n", "LABEL_REFERENCE_MISSING")]
    [InlineData("reference,isFraud\na\n", "LABEL_UNKNOWN")]
    public async Task ReadAsync_TableThatIsWrong_SaysWhat(string text, string code) => Assert.Equal(code, Assert.Single((await ReadAsync(text)).Errors).Code);

    [Fact]
    public async Task ReadAsync_WrongRow_IsNamed() => Assert.StartsWith("row 3: ", (await ReadAsync("reference,isFraud\na,1\nb,?\n")).Errors[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("reference=a")]
    [InlineData("reference=a,isFraud=")]
    [InlineData("reference=a,isFraud=b,kind=c")]
    [InlineData("reference=a,reference=b,isFraud=c")]
    [InlineData("nonsense")]
    public void Parse_ColumnsThatAreNone_GivesNothing(string text) => Assert.Null(LabelColumns.Parse(text));

    private static Task<Result<LabelTable>> ReadAsync(string text, LabelColumns? columns = null) => LabelTable.ReadAsync(Rows(text), columns ?? LabelColumns.Usual);

    private static async IAsyncEnumerable<IReadOnlyList<string>> Rows(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await Task.CompletedTask;
            yield return line.Split(',');
        }
    }
}
