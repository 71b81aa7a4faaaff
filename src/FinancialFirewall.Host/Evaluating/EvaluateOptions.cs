using FinancialFirewall.Domain.Scoring;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Evaluation.Labels;
using FinancialFirewall.Host.Assessing;

namespace FinancialFirewall.Host.Evaluating;

/// <summary>What <c>firewall evaluate</c> was told.</summary>
/// <param name="Input">The payments.</param>
/// <param name="Labels">The table of labels.</param>
/// <param name="Columns">Which of its columns are meant.</param>
/// <param name="PolicyFile">The policy file; null for the built-in one.</param>
/// <param name="FlaggedFrom">The least severe decision that counts as flagged.</param>
/// <param name="From">Payments initiated before are decided and not evaluated; null for none.</param>
/// <param name="Until">Payments initiated from then on are decided and not evaluated; null for none.</param>
/// <param name="Reports">What is written where.</param>
internal sealed record EvaluateOptions(
    InputOptions Input, string Labels, LabelColumns Columns, string? PolicyFile, Decision FlaggedFrom, Instant? From, Instant? Until, ReportFiles Reports);
