using System.Text.Json;
using System.Xml.Linq;
using FinancialFirewall.Evaluation.Outcomes;
using FinancialFirewall.Evaluation.Reports;

namespace FinancialFirewall.Evaluation.Tests.Reports;

public sealed class ReportTests
{
    [Fact]
    public void Text_SmallResult_HasEveryTable()
    {
        var text = Text(Results.Small);

        Assert.Matches(@"HOLD\s+1\s+1\s+1\s+1\s+0\.5000\s+0\.5000\s+0\.5000\s+0\.5000\s+0\.5000", text);
        Assert.Matches(@"HOLD\s+1,234\.56\s+1\.00\s+50\.00\s+150\.00\s+0\.9992\s+0\.2500", text);
        Assert.Contains("average precision 0.8333, area under ROC 0.7500", text, StringComparison.Ordinal);
        Assert.Matches(@"<CYCLE>\s+1\s+1\s+1\.0000", text);
        Assert.Matches(@"worse\s+0\s+1\s+0\s+0\s+0\.0\s+-0\.1250", text);
    }

    [Fact]
    public void Text_NothingEvaluated_HasDashesAndNoRanking()
    {
        var text = Text(Results.Empty);

        Assert.Matches(@"REJECT\s+0\s+0\s+0\s+0\s+–\s+–\s+–\s+–\s+–", text);
        Assert.Contains("No ranking to judge", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_SmallResult_CanBeReadAgain()
    {
        using var stream = new MemoryStream();
        JsonReport.Write(stream, Results.Small);
        using var json = JsonDocument.Parse(stream.ToArray());
        var hold = json.RootElement.GetProperty("decisions")[1];

        Assert.Equal(("HOLD", 1234.56m, 0.5), (hold.GetProperty("from").GetString(), hold.GetProperty("lossPrevented").GetDecimal(), hold.GetProperty("recall").GetDouble()));
        Assert.Equal(4, json.RootElement.GetProperty("ranking").GetProperty("points").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("decisions")[2].GetProperty("precision").ValueKind);
    }

    [Fact]
    public void Html_SmallResult_NeedsNothingElseAndEscapesNames()
    {
        using var writer = new StringWriter();
        HtmlReport.Write(writer, "a <b>.ndjson", Results.Small);
        var page = writer.ToString();

        Assert.Contains("a &lt;b&gt;.ndjson", page, StringComparison.Ordinal);
        Assert.Contains("&lt;CYCLE&gt;", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<svg").Length - 1);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_NothingEvaluated_IsStillAPage()
    {
        using var writer = new StringWriter();
        HtmlReport.Write(writer, "nothing", Results.Empty);

        Assert.Contains("No ranking to judge", writer.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("</html>", writer.ToString().TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_Both_AreXmlWithOneLineAndTheLineOfChance()
    {
        foreach (var svg in new[] { ReportCurves.Roc(Results.Small.Ranking!), ReportCurves.PrecisionRecall(Results.Small.Ranking!, Results.Small) })
        {
            XNamespace space = "http://www.w3.org/2000/svg";
            Assert.Equal(2, XDocument.Parse(svg).Descendants(space + "polyline").Count());
        }
    }

    [Fact]
    public void Roc_SmallResult_GoesThroughEveryPoint()
        => Assert.Contains("points=\"60,370 60,205 225,205 225,40 390,40\"", ReportCurves.Roc(Results.Small.Ranking!), StringComparison.Ordinal);

    private static string Text(EvaluationResult result)
    {
        using var writer = new StringWriter();
        TextReport.Write(writer, result);
        return writer.ToString();
    }
}
