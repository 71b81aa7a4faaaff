using System.Text;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PolicyCompilerTests
{
    [Fact]
    public void Compile_BrokenConditions_NamesEachWithPointerLineAndColumn()
    {
        var errors = Compile(File("""
            "riskRules": {"customRules": [{"name": "a", "expression": "amount >> 1", "weight": 0.1}, {"name": "b", "expression": "amount > 1\nand cuntry == 'FR'", "weight": 0.1, "enabled": false}]},
            "decisionCriteria": {"hold": {"condition_x": "country in @nowhere"}}
            """)).Errors;

        Assert.Equal(
            ["/configurations/0/riskRules/customRules/0/expression", "/configurations/0/riskRules/customRules/1/expression", "/configurations/0/decisionCriteria/hold/condition_x"],
            errors.Select(static error => error.Member),
            StringComparer.Ordinal);
        Assert.Contains("Line 1, column 9", errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("Line 2, column 5", errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", errors[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_ThirtyTwoWindows_AreTaken_OneMoreIsRefused()
    {
        static string Windows(int count) => File($"\"riskRules\": {{\"customRules\": [{string.Join(", ", Enumerable.Range(1, count).Select(n => $"{{\"name\": \"r{n}\", \"expression\": \"count(payments, {n}m) > 1\", \"weight\": 0.1}}"))}]}}");

        Assert.Equal(32, Compile(Windows(32)).Value.SlotCount);
        var error = Assert.Single(Compile(Windows(33)).Errors);
        Assert.Equal((ErrorKind.TooLarge, "WINDOWS_TOO_MANY", "33"), (error.Kind, error.Code, error.Value));
    }

    [Fact]
    public void Compile_EqualAggregates_ShareOneWindow()
    {
        var policy = Compile($$"""
            {"baseCurrency": "EUR", "configurations": [{{One("""
                "riskRules": {"frequencyRules": {"dailyThreshold": 5}, "customRules": [{"name": "a", "expression": "count( payments , 24h )>9 or sum(amount,7d) > 1", "weight": 0.1}]}
                """)}}, {{One("""
                "paymentType": "SEPA", "decisionCriteria": {"hold": {"condition_x": "count(payments, 1440m) > 3 and count(payments by device, 1h) > 2"}}
                """)}}]}
            """).Value;

        Assert.Equal(["count(payments, 1d)", "sum(amount, 7d)"], policy.AccountWindows.Windows.Select(static window => window.Id), StringComparer.Ordinal);
        Assert.Equal([("count(payments by device, 1h)", 2)], policy.KeyedWindows.Select(static window => (window.Window.Id, window.FrameIndex)));
    }

    [Fact]
    public void Compile_DisabledConfigurations_TakeNoWindows()
        => Assert.Equal(0, Compile(File("\"isEnabled\": false, \"riskRules\": {\"frequencyRules\": {\"dailyThreshold\": 5}}")).Value.SlotCount);

    [Fact]
    public void Hash_OfWhatDecides_ChangesWithItAndOnlyWithIt()
    {
        const string Lists = """, "lists": {"l": {"kind": "WATCH", "entries": [{"value": "x"}]}}""";
        var file = File("\"riskRules\": {\"amountRules\": {\"highAmountThreshold\": 1}}");
        string[] hashes =
        [
            Compile(file).Value.Hash,
            Compile(file.Replace("\"EUR\"", "\"EUR\", \"rates\": {\"asOf\": \"2026-01-01\", \"USD\": \"1.1\"}", StringComparison.Ordinal)).Value.Hash,
            Compile(file.Replace("Threshold\": 1", "Threshold\": 2", StringComparison.Ordinal)).Value.Hash,
            Compile(file[..^1] + Lists + "}").Value.Hash,
            Compile(file[..^1] + Lists.Replace("\"x\"", "\"y\"", StringComparison.Ordinal) + "}").Value.Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(hashes, static hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal(hashes[0], Compile(file.Replace(" ", "\n", StringComparison.Ordinal), version: 99).Value.Hash);
    }

    [Theory]
    [InlineData("\"thresholds\": {\"rejectThreshold\": 0.5, \"holdThreshold\": 0.6}", "THRESHOLD_NEVER_DECIDES /configurations/0/thresholds/holdThreshold: holdThreshold 0.6000 never decides: rejectThreshold 0.5000 is reached no later, and is more severe.")]
    [InlineData("\"thresholds\": {\"rejectThreshold\": 0.9}", "THRESHOLD_NEVER_DECIDES /configurations/0/thresholds/rejectThreshold: rejectThreshold 0.9000 never decides: no payment scores above 0.8000.")]
    [InlineData("\"thresholds\": {\"rejectThreshold\": 0, \"approveThreshold\": 0.3}", "THRESHOLD_NEVER_DECIDES /configurations/0/thresholds/approveThreshold: approveThreshold never decides: every score reaches rejectThreshold 0.0000.")]
    [InlineData("\"thresholds\": {\"rejectThreshold\": 0.7}, \"decisionCriteria\": {\"hold\": {\"minRiskScore\": 0.7}}", "THRESHOLD_NEVER_DECIDES /configurations/0/thresholds/rejectThreshold: rejectThreshold never decides: the configuration has decisionCriteria, which decide instead.")]
    [InlineData("\"decisionCriteria\": {\"hold\": {\"minRiskScore\": 0.9}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/hold: hold never decides: what makes it hold never comes true, or makes a more severe criterion hold too.")]
    [InlineData("\"decisionCriteria\": {\"autoReject\": {\"minRiskScore\": 0.5}, \"hold\": {\"minRiskScore\": 0.5}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/hold: hold never decides: what makes it hold never comes true, or makes a more severe criterion hold too.")]
    [InlineData("\"decisionCriteria\": {\"escalate\": {\"minAmount\": 5}, \"hold\": {\"minAmount\": 6}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/hold: hold never decides: what makes it hold never comes true, or makes a more severe criterion hold too.")]
    [InlineData("\"decisionCriteria\": {\"manualReview\": {\"minRiskScore\": 0}, \"autoApprove\": {\"maxRiskScore\": 0.3}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/autoApprove: autoApprove never decides: manualReview holds for every payment, and is more severe.")]
    [InlineData("\"decisionCriteria\": {\"autoApprove\": {\"maxRiskScore\": 0.3, \"condition_a\": \"false\"}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/autoApprove: autoApprove never decides: its conditions never hold, or it has none.")]
    [InlineData("\"decisionCriteria\": {\"autoReject\": {\"condition_a\": \"country=='FR'\"}, \"hold\": {\"condition_b\": \"country == 'FR'\"}}", "CRITERION_NEVER_DECIDES /configurations/0/decisionCriteria/hold: hold never decides: what makes it hold never comes true, or makes a more severe criterion hold too.")]
    [InlineData("\"thresholds\": {\"rejectThreshold\": 0.8, \"escalateThreshold\": 0.7, \"holdThreshold\": 0.6, \"manualReviewThreshold\": 0.5, \"approveThreshold\": 0.3}", "")]
    [InlineData("\"decisionCriteria\": {\"autoReject\": {\"minRiskScore\": 0.8}, \"hold\": {\"minRiskScore\": 0.5, \"minAmount\": 10}, \"autoApprove\": {\"maxAmount\": 5}}", "")]
    public void Warnings_OfWhatCanNeverDecide_NameItAndTheReason(string members, string warnings)
    {
        var policy = Compile(File($"\"riskRules\": {{\"customRules\": [{{\"name\": \"a\", \"expression\": \"amount > 1\", \"weight\": 0.8}}]}}, {members}")).Value;

        Assert.Equal(warnings, Print(policy));
    }

    [Fact]
    public void Warnings_OfAnEngineThatCanRaiseTheScore_AreSilentAboutHighThresholds()
        => Assert.Equal("", Print(Compile(File("\"bankFraudApiConfig\": {\"apiName\": \"e\", \"apiUrl\": \"https://bank.example/s\"}, \"thresholds\": {\"rejectThreshold\": 0.9}")).Value));

    [Fact]
    public void Warnings_OfListsThatChangeNothing_NameThem()
    {
        var policy = Compile("""
            {"baseCurrency": "EUR", "lists": {"unused": {"kind": "WATCH", "entries": [{"value": "x"}]}, "empty": {"kind": "BLOCK", "member": "country", "entries": []}}}
            """).Value;

        Assert.Equal(
            "LIST_NEVER_USED /lists/unused: No rule and no criterion asks for @unused, and a WATCH list does nothing else.\nLIST_EMPTY /lists/empty: The list empty has no entries, so no payment is ever in it.",
            Print(policy));
    }

    [Fact]
    public void Warnings_OfConfigurationsThatNeverApply_NameWhatGoesBefore()
    {
        var policy = Compile($$"""
            {"baseCurrency": "EUR", "configurations": [{{One("\"priority\": 2, \"paymentType\": \"SEPA\"")}}, {{One("\"priority\": 1").Replace("\"c\"", "\"all\"", StringComparison.Ordinal)}}]}
            """).Value;

        Assert.Equal("CONFIGURATION_NEVER_APPLIES /configurations/0: 'c' never applies: wherever it could, 'all' applies too and goes before it.", Print(policy));
    }

    [Fact]
    public void Compile_TheDemoPolicy_HasNoWarnings()
        => Assert.Equal("", Print(PolicyCompiler.Compile(DemoPolicy.Document, 1, PolicyBench.Tenant, PolicyBench.Start).Value));

    private static string Print(CompiledPolicy policy) => string.Join('\n', policy.Warnings.Select(static warning => $"{warning.Code} {warning.Pointer}: {warning.Message}"));

    private static Result<CompiledPolicy> Compile(string file, int version = 1)
    {
        var document = PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(file));
        Assert.True(document.IsSuccess, string.Join('\n', document.Errors));
        return PolicyCompiler.Compile(document.Value, version, PolicyBench.Tenant, new Instant(0));
    }

    private static string One(string members) => $"{{\"configurationName\": \"c\", \"paymentSource\": \"BOTH\", \"riskAssessmentType\": \"REAL_TIME\", {members.Trim()}}}";

    private static string File(string members) => $"{{\"baseCurrency\": \"EUR\", \"configurations\": [{One(members)}]}}";
}
