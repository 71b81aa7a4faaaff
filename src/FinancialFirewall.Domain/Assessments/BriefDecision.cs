using System.Text;
using FinancialFirewall.Domain.Bytes;
using FinancialFirewall.Domain.Scoring;

namespace FinancialFirewall.Domain.Assessments;

/// <summary>What a brief answer says between the reference and the names of the factors: answers of one decision and one level differ there in their score alone.</summary>
internal sealed class BriefDecision
{
    private const int Levels = (int)RiskLevel.Critical;

    private static readonly BriefDecision[] All =
    [
        .. from decision in Enum.GetValues<Decision>()
           from level in Enum.GetValues<RiskLevel>()
           orderby decision, level
           select new BriefDecision(decision, level),
    ];

    private readonly byte[] utf8;
    private readonly int scoreStart;

    private BriefDecision(Decision decision, RiskLevel level)
    {
        var beforeScore = $",\"decision\":\"{Encoding.UTF8.GetString(AnswerWords.Of(decision))}\",\"riskScore\":";
        scoreStart = beforeScore.Length;
        utf8 = Encoding.UTF8.GetBytes($"{beforeScore}0.0000,\"riskLevel\":\"{Encoding.UTF8.GetString(AnswerWords.Of(level))}\",\"riskFactors\":[");
    }

    /// <summary>That of a decision and a level.</summary>
    public static BriefDecision Of(Decision decision, RiskLevel level) => All[(((int)decision - 1) * Levels) + (int)level - 1];

    /// <summary>Writes it, and answers how many bytes it took.</summary>
    public int Write(Score score, Span<byte> destination)
    {
        ShortBytes.Copy(utf8, destination);
        AnswerWriter.WriteScore(score, destination[scoreStart..]);
        return utf8.Length;
    }
}
