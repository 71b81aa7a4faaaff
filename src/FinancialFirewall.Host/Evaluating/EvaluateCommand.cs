using System.CommandLine;
using System.Globalization;
using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Host.Assessing;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Evaluating;

/// <summary><c>firewall evaluate</c>.</summary>
internal static class EvaluateCommand
{
    private const string Lesson = """
        Payments are decided as 'firewall assess' decides them, without ever seeing a label; then decisions and scores are held against the labels.

        Examples:
          firewall simulate --out world.ndjson
          firewall evaluate world.ndjson --labels world.ndjson.labels.csv --html report.html
          firewall evaluate cards.ndjson --labels cards.csv --label-columns reference=TRANSACTION_ID,isFraud=TX_FRAUD,scenario=TX_FRAUD_SCENARIO \
            --policy my-policy.json --from 2018-08-08 --flag HOLD --scores scores.csv

        Exit codes: 0 evaluated; 1 labels are wrong, or some payments were refused, which the output says.
        """;

    public static Command Build()
    {
        var source = new InputArguments();
        var labels = new Option<string>("--labels") { Description = "A table (CSV) that says which payments are fraud.", Required = true };
        var columns = new Option<string?>("--label-columns") { Description = "Its columns; reference=reference,isFraud=isFraud,scenario=scenario unless stated.", HelpName = "reference=…,isFraud=…" };
        var policy = new Option<FileInfo?>("--policy") { Description = "The policy file to decide by; without it, the built-in one." };
        var flag = new Option<string>("--flag") { Description = "The mildest decision that counts as flagged.", HelpName = "MANUAL_REVIEW|HOLD|ESCALATE|REJECT", DefaultValueFactory = _ => "MANUAL_REVIEW" };
        flag.AcceptOnlyFromAmong("MANUAL_REVIEW", "HOLD", "ESCALATE", "REJECT");
        var from = new Option<string?>("--from") { Description = "Evaluates only payments initiated from this time on; those before are decided too, as history.", HelpName = "time" };
        var until = new Option<string?>("--until") { Description = "Evaluates only payments initiated before this time.", HelpName = "time" };
        var html = new Option<string?>("--html") { Description = "Writes a page that needs nothing else." };
        var json = new Option<string?>("--json") { Description = "Writes the figures as JSON." };
        var scores = new Option<string?>("--scores") { Description = "Writes the score of every payment: id,score." };
        var curves = new Option<string?>("--curves") { Description = "Writes roc.svg and precision-recall.svg into this directory." };
        var command = new LessonCommand("evaluate", "Holds the decisions about a file of payments against labels.", Lesson) { labels, columns, policy, flag, from, until, html, json, scores, curves };
        source.AddTo(command);
        return command.WithAction((parsed, interrupted) => FileEvaluation.RunAsync(
            new EvaluateOptions(
                source.Read(parsed),
                parsed.GetRequiredValue(labels),
                Columns(parsed.GetValue(columns)),
                parsed.GetValue(policy)?.FullName,
                Reading(parsed.GetRequiredValue(flag)),
                Time("--from", parsed.GetValue(from)),
                Time("--until", parsed.GetValue(until)),
                new ReportFiles(parsed.GetValue(html), parsed.GetValue(json), parsed.GetValue(scores), parsed.GetValue(curves))),
            interrupted));
    }

    private static LabelColumns Columns(string? text) => text is null
        ? LabelColumns.Usual
        : LabelColumns.Parse(text) ?? throw new CommandFailedException(ExitCode.Usage, $"--label-columns '{text}' is not understood; expected reference=NAME,isFraud=NAME and, if there is one, scenario=NAME.");

    private static Decision Reading(string name) => name switch
    {
        "MANUAL_REVIEW" => Decision.ManualReview,
        "HOLD" => Decision.Hold,
        "ESCALATE" => Decision.Escalate,
        _ => Decision.Reject,
    };

    private static Instant? Time(string option, string? text) => text is null
        ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? Instant.From(time)
            : throw new CommandFailedException(ExitCode.Usage, $"{option} '{text}' is no time; expected 2026-01-31 or 2026-01-31T12:00:00Z.");
}
