using System.Text;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Tests.Configurations;

public sealed class ThresholdChangeTests
{
    private static readonly Thresholds Present = new()
    {
        RejectThreshold = new Score(9_000),
        HoldThreshold = new Score(7_000),
        Scoring = ScoringMethod.Max,
        Levels = new LevelThresholds(new Score(9_000), null, new Score(2_000)),
    };

    [Fact]
    public void Apply_Nothing_KeepsAll() => Assert.Equal(Present, Apply(Present, "{}"));

    [Fact]
    public void Apply_SomeMembers_KeepsTheOthers()
        => Assert.Equal(Present with { RejectThreshold = new Score(8_500), ApproveThreshold = new Score(1_000) }, Apply(Present, """{"rejectThreshold":0.85,"approveThreshold":0.1}"""));

    [Fact]
    public void Apply_Null_TakesAway() => Assert.Equal(Present with { HoldThreshold = null, Levels = null }, Apply(Present, """{"holdThreshold":null,"levels":null}"""));

    [Fact]
    public void Apply_OneLevel_KeepsTheOthers()
        => Assert.Equal(Present with { Levels = new LevelThresholds(new Score(9_500), new Score(5_000), null) }, Apply(Present, """{"levels":{"CRITICAL":0.95,"high":0.5,"medium":null}}"""));

    [Fact]
    public void Apply_WhereThereAreNone_StartsFromTheDefaults() => Assert.Equal(new Thresholds { RejectThreshold = new Score(7_000) }, Apply(null, """{"rejectThreshold":0.7}"""));

    [Theory]
    [InlineData("[]", "TYPE_WRONG", "")]
    [InlineData("{", "JSON_MALFORMED", "")]
    [InlineData("""{"rejectThreshold":1.2}""", "VALUE_OUT_OF_RANGE", "/rejectThreshold")]
    [InlineData("""{"refuseThreshold":0.2}""", "MEMBER_UNKNOWN", "/refuseThreshold")]
    [InlineData("""{"rejectThreshold":0.2,"rejectThreshold":0.3}""", "MEMBER_DUPLICATE", "/rejectThreshold")]
    [InlineData("""{"levels":{"medium":0.95}}""", "LEVELS_DISORDERED", "/levels")]
    public void Apply_WhatIsWrong_NamesIt(string changes, string code, string member)
    {
        var error = ThresholdChange.Apply(Present, Encoding.UTF8.GetBytes(changes)).Errors[0];

        Assert.Equal((code, member), (error.Code, error.Member));
    }

    private static Thresholds Apply(Thresholds? present, string changes) => ThresholdChange.Apply(present, Encoding.UTF8.GetBytes(changes)).Value;
}
