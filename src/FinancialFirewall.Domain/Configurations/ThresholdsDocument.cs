using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Configurations;

/// <summary><c>thresholds</c> as JSON.</summary>
internal static class ThresholdsDocument
{
    internal static Thresholds Read(DocumentObject document)
    {
        var thresholds = new Thresholds
        {
            RejectThreshold = document.Score("rejectThreshold"),
            EscalateThreshold = document.Score("escalateThreshold"),
            HoldThreshold = document.Score("holdThreshold"),
            ManualReviewThreshold = document.Score("manualReviewThreshold"),
            ApproveThreshold = document.Score("approveThreshold"),
            HybridThreshold = document.Score("hybridThreshold"),
            Levels = document.Child("levels", ReadLevels),
            Combine = document.Choice<ScoreCombination>("combine"),
            Scoring = document.Choice<ScoringMethod>("scoring"),
        };
        document.Close();
        return thresholds;
    }

    internal static void Write(DocumentWriter writer, Thresholds thresholds)
    {
        writer.Score("rejectThreshold", thresholds.RejectThreshold);
        writer.Score("escalateThreshold", thresholds.EscalateThreshold);
        writer.Score("holdThreshold", thresholds.HoldThreshold);
        writer.Score("manualReviewThreshold", thresholds.ManualReviewThreshold);
        writer.Score("approveThreshold", thresholds.ApproveThreshold);
        writer.Score("hybridThreshold", thresholds.HybridThreshold);
        writer.Child("levels", thresholds.Levels, WriteLevels);
        writer.Choice("combine", thresholds.Combine);
        writer.Choice("scoring", thresholds.Scoring);
    }

    private static LevelThresholds ReadLevels(DocumentObject document)
    {
        var levels = new LevelThresholds(ReadLevel(document, "critical"), ReadLevel(document, "high"), ReadLevel(document, "medium"));
        document.Close();
        var critical = levels.Critical ?? LevelThresholds.DefaultCritical;
        var high = levels.High ?? LevelThresholds.DefaultHigh;
        var medium = levels.Medium ?? LevelThresholds.DefaultMedium;
        if (critical < high || high < medium)
        {
            var message = $"The levels begin at medium {medium}, high {high} and critical {critical}; each is at least the one before it.";
            document.Errors.Add("LEVELS_DISORDERED", document.Pointer, "", message);
        }

        return levels;
    }

    // The levels' names are spelled as members or as the values they name.
    private static Score? ReadLevel(DocumentObject document, string name)
    {
        var upper = name.ToUpperInvariant();
        if (document.Has(name) && document.Has(upper))
        {
            document.Refuse(upper, "MEMBER_DUPLICATE", "", $"'{upper}' is '{name}'; state it once.");
        }

        var small = document.Score(name);
        return document.Score(upper) ?? small;
    }

    private static void WriteLevels(DocumentWriter writer, LevelThresholds levels)
    {
        writer.Score("critical", levels.Critical);
        writer.Score("high", levels.High);
        writer.Score("medium", levels.Medium);
    }
}
