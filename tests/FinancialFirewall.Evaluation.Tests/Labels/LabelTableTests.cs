using FinancialFirewall.Evaluation.Labels;

namespace FinancialFirewall.Evaluation.Tests.Labels;

public sealed class LabelTableTests
{
    [Fact]
    public void Read_TableWithScenarios_GivesEachPaymentItsLabel()
    {
        var table = Read("reference,isFraud,scenario\na,1,CYCLE\nb,0,\n\nc,TRUE,\"X, \"\"Y\"\"\"\n").Value;

        Assert.Equal(3, table.Count);
        Assert.Equal(new Label(true, "CYCLE"), table.Find("a"));
        Assert.Equal(Label.Genuine, table.Find("b"));
        Assert.Equal(new Label(true, "X, \"Y\""), table.Find("c"));
        Assert.Null(table.Find("d"));
    }

    [Fact]
    public void Read_OtherColumns_AreFoundByName()
    {
        var columns = LabelColumns.Parse("reference=ID,isFraud=FRAUD")!;
        using var reader = new StringReader("X,FRAUD,ID\n9,no,7\n9,yes,8\n");

        var table = LabelTable.Read(TableReader.Rows(reader), columns).Value;

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
    public void Read_TableThatIsWrong_SaysWhat(string text, string code) => Assert.Equal(code, Assert.Single(Read(text).Errors).Code);

    [Fact]
    public void Read_WrongRow_IsNamed() => Assert.StartsWith("row 3: ", Read("reference,isFraud\na,1\nb,?\n").Errors[0].Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("reference=a")]
    [InlineData("reference=a,isFraud=")]
    [InlineData("reference=a,isFraud=b,kind=c")]
    [InlineData("reference=a,reference=b,isFraud=c")]
    [InlineData("nonsense")]
    public void Parse_ColumnsThatAreNone_GivesNothing(string text) => Assert.Null(LabelColumns.Parse(text));

    [Fact]
    public void Rows_QuotedField_MayHoldLineEndsAndMustEnd()
    {
        using var good = new StringReader("a,\"b\nc\"\nd,e\n");
        using var bad = new StringReader("a,\"b\nc\n");

        Assert.Equal([["a", "b\nc"], ["d", "e"]], TableReader.Rows(good));
        Assert.Throws<InvalidDataException>(() => TableReader.Rows(bad).ToList());
    }

    private static Domain.Results.Result<LabelTable> Read(string text)
    {
        using var reader = new StringReader(text);
        return LabelTable.Read(TableReader.Rows(reader), LabelColumns.Usual);
    }
}
