using System.CommandLine;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.Keys;
using FinancialFirewall.Host.Sites;

namespace FinancialFirewall.Host.Assessing;

/// <summary><c>firewall assess</c>.</summary>
internal static class AssessCommand
{
    private const string Lesson = """
        The time of each assessment is the payment's own initiatedAt, so that a file of last year's payments is judged as it would have been then.

        FILE is NDJSON, a JSON array, CSV, or an ISO 20022 pain.001 or pacs.008 message, also packed with gzip or Brotli (.br): its content tells.
        CSV needs a column map (docs/readers.md), unless its header names the members of a payment. Without one the columns are guessed, shown, and used
        where nothing is missing; --guess only shows them, and prints the map.

        Without --data nothing is kept. With --data the payments are added to that directory, which no other process may use meanwhile.

        Examples:
          firewall assess payments.ndjson
          firewall assess payments.ndjson.gz --policy my-policy.json --out answers.ndjson
          firewall assess payments.csv --guess > map.json
          firewall assess payments.csv --map map.json --skip-errors --rejects rejects.ndjson
          cat pacs.008.xml | firewall assess - --out answers.ndjson --answer full

        Exit codes: 0 every payment was decided, or with --skip-errors those that were refused are in the reject file; 1 some were refused, or the file
        could not be read to its end: the summary says where and why.
        """;

    public static Command Build()
    {
        var source = new InputArguments();
        var guess = new Option<bool>("--guess") { Description = "Shows what the columns of a CSV file seem to be, prints the column map, and decides nothing." };
        var rejects = new RejectOptions("Passes over refused payments: they go to the reject file, and are no failure.");
        var policy = new Option<FileInfo?>("--policy") { Description = "The policy file to decide by; without it, the built-in one." };
        var output = new Option<string?>("--out") { Description = "Where the answers go, one a line in the payments' order; '-' is standard output." };
        var data = new Option<DirectoryInfo?>("--data") { Description = "A data directory that keeps payments and decisions." };
        var (key, site) = (new MasterKeyOptions(), new OtherSiteOption());
        var answer = new Option<AnswerDetail>("--answer") { Description = "How much each answer says.", HelpName = "brief|full", DefaultValueFactory = _ => AnswerDetail.Brief };
        var command = new LessonCommand("assess", "Decides a file of payments, and shows what was decided and why.", Lesson)
        {
            guess, policy, output, data, answer,
        };
        rejects.AddTo(command);
        source.AddTo(command);
        site.AddTo(command);
        return key.AddTo(command).WithAction(async (parsed, interrupted) =>
        {
            var input = source.Read(parsed);
            await site.DemandAsync(parsed, parsed.GetValue(data)?.FullName);
            return await (parsed.GetValue(guess)
                ? FileAssessment.GuessAsync(input, interrupted)
                : FileAssessment.RunAsync(
                    new AssessOptions(
                        input,
                        parsed.GetValue(policy)?.FullName,
                        parsed.GetValue(output),
                        rejects.Find(parsed, input.Path, "payments"),
                        parsed.GetValue(data)?.FullName,
                        parsed.GetValue(data) is { } directory ? key.Find(parsed, directory.FullName) : null,
                        parsed.GetValue(answer)),
                    interrupted));
        });
    }
}
