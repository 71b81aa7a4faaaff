using System.Xml.Linq;
using FinancialFirewall.Evaluation.Charts;

namespace FinancialFirewall.Evaluation.Tests.Charts;

public sealed class BarChartTests
{
    [Fact]
    public void Draw_TwoBarsOfTwoParts_StacksThemToTheGreatestSum()
    {
        var svg = BarChart.Draw("T & U", ["low", "high"], [("a", [1, 3]), ("b", [2, 0])]);
        XNamespace space = "http://www.w3.org/2000/svg";
        var bars = XDocument.Parse(svg).Descendants(space + "rect").Where(rect => rect.Element(space + "title") is not null)
            .ToDictionary(rect => rect.Element(space + "title")!.Value, rect => (Y: double.Parse(rect.Attribute("y")!.Value, null), Height: double.Parse(rect.Attribute("height")!.Value, null)));

        Assert.Equal((182.5, 47.5), bars["a, low: 1"]);
        Assert.Equal((40, 142.5), bars["a, high: 3"]);
        Assert.Equal((135, 95), bars["b, low: 2"]);
    }

    [Theory]
    [InlineData(146.7, "0|50|100|150")]
    [InlineData(2.41, "0|0.5|1|1.5|2|2.5")]
    [InlineData(3093, "0|1,000|2,000|3,000|4,000")]
    [InlineData(0.07, "0|0.02|0.04|0.06|0.08")]
    public void Draw_AnyGreatestValue_HasRoundNumbersBesideTheBars(double greatest, string numbers)
    {
        XNamespace space = "http://www.w3.org/2000/svg";

        var texts = XDocument.Parse(BarChart.Draw("T", ["part"], [("bar", [greatest])])).Descendants(space + "text");

        Assert.Equal(numbers, string.Join('|', texts.Where(static text => text.Attribute("text-anchor")!.Value == "end").Select(static text => text.Value)));
    }

    [Fact]
    public void Draw_ManyBarsWithLongNames_LeavesOutNamesThatWouldOverlap()
    {
        XNamespace space = "http://www.w3.org/2000/svg";

        var svg = XDocument.Parse(BarChart.Draw("T", ["part"], [.. Enumerable.Range(1, 60).Select(static day => ($"{day} January", (IReadOnlyList<double>)[1.0]))]));

        var places = svg.Descendants(space + "text").Where(static text => text.Value.EndsWith("January", StringComparison.Ordinal)).Select(static text => double.Parse(text.Attribute("x")!.Value, null)).ToList();
        Assert.InRange(places.Count, 5, 12);
        Assert.All(places.Zip(places.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= 65, $"{pair.First} and {pair.Second}"));
    }

    [Fact]
    public void Draw_NoBars_IsAnEmptyChart() => Assert.Equal("svg", XDocument.Parse(BarChart.Draw("nothing", [], [])).Root!.Name.LocalName);
}
