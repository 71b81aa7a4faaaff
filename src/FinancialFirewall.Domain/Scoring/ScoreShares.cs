namespace FinancialFirewall.Domain.Scoring;

/// <summary>
/// What part of a score each factor has. The shares of a score add up to it, whatever the method:
/// <list type="bullet">
/// <item>SUM below the cap: the factor's weight.</item>
/// <item>SUM at the cap, and NOISY_OR: the score divided in proportion to the weights. Share n is ⌊S·(w1+…+wn)/W⌋ − ⌊S·(w1+…+wn−1)/W⌋, so that it
/// differs from the exact proportion by less than 1/10,000.</item>
/// <item>MAX: the whole score belongs to the first of the heaviest factors.</item>
/// </list>
/// </summary>
public static class ScoreShares
{
    /// <summary>Divides a score among the factors that made it.</summary>
    /// <param name="method">How the weights made the score.</param>
    /// <param name="score">The score.</param>
    /// <param name="weights">The weights of the factors that hold, in the table's order.</param>
    /// <param name="shares">Takes one share a weight.</param>
    /// <exception cref="ArgumentException">There is not one share a weight.</exception>
    public static void Divide(ScoringMethod method, Score score, ReadOnlySpan<Score> weights, Span<Score> shares)
    {
        if (weights.Length != shares.Length)
        {
            throw new ArgumentException($"{weights.Length} weights give as many shares, not {shares.Length}.", nameof(shares));
        }

        if (method == ScoringMethod.Max)
        {
            GiveToHeaviest(score, weights, shares);
        }
        else
        {
            Proportion(score, weights, shares);
        }
    }

    private static void GiveToHeaviest(Score score, ReadOnlySpan<Score> weights, Span<Score> shares)
    {
        shares.Clear();
        var heaviest = 0;
        for (var i = 1; i < weights.Length; i++)
        {
            heaviest = weights[i] > weights[heaviest] ? i : heaviest;
        }

        if (shares.Length > 0)
        {
            shares[heaviest] = score;
        }
    }

    private static void Proportion(Score score, ReadOnlySpan<Score> weights, Span<Score> shares)
    {
        var whole = 0L;
        foreach (var weight in weights)
        {
            whole += weight.TenThousandths;
        }

        var upTo = 0L;
        var given = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            upTo += weights[i].TenThousandths;
            var due = whole == 0 ? 0 : (int)(score.TenThousandths * upTo / whole);
            shares[i] = new Score(due - given);
            given = due;
        }
    }
}
