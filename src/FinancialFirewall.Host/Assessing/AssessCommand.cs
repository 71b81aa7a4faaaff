using System.CommandLine;
using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;

namespace FinancialFirewall.Host.Assessing;

/// <summary><c>firewall assess</c>.</summary>
internal static class AssessCommand
{
    private const string Lesson = """
        The time of each assessment is the payment's own initiatedAt, so that a file of last year's payments is judged as it would have been then.

        Without --data nothing is kept. With --data the payments are added to that directory, which no other process may use meanwhile.

        Examples:
          firewall assess payments.ndjson
          firewall assess payments.ndjson --policy my-policy.json --out answers.ndjson
          zcat payments.ndjson.gz | firewall assess - --out answers.ndjson --answer full

        Exit codes: 0 every line was decided; 1 some lines were refused, the summary says which.
        """;

    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "Payments as NDJSON (docs/rest-api.md); '-' reads standard input." };
        var policy = new Option<FileInfo?>("--policy") { Description = "The policy file to decide by; without it, the built-in one." };
        var output = new Option<string?>("--out") { Description = "Where the answers go, one a line in the payments' order; '-' is standard output." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "A data directory that keeps payments and decisions." };
        var key = new MasterKeyOptions();
        var answer = new Option<AnswerDetail>("--answer") { Description = "How much each answer says.", HelpName = "brief|full", DefaultValueFactory = _ => AnswerDetail.Brief };
        var command = new LessonCommand("assess", "Decides a file of payments, one JSON object a line, and shows what was decided and why.", Lesson) { file, policy, output, data, answer };
        return key.AddTo(command).WithAction((parsed, interrupted) => FileAssessment.RunAsync(
            new AssessOptions(
                parsed.GetRequiredValue(file),
                parsed.GetValue(policy)?.FullName,
                parsed.GetValue(output),
                parsed.GetValue(data)?.FullName,
                parsed.GetValue(data) is { } directory ? key.Find(parsed, directory.FullName) : null,
                parsed.GetValue(answer)),
            interrupted));
    }
}
