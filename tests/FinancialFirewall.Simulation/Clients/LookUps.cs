using System.Globalization;
using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Clients;

/// <summary>What a client says of an answer that it gets a second time.</summary>
internal static class LookUps
{
    /// <summary>Once answered, always the same answer: it may fail to come, and is never another or none.</summary>
    public static void Judge(Answer known, string what, (int Status, Answer? Answer) found)
    {
        if (found.Status == 404)
        {
            throw new Violation("answers stay", $"{what} was answered as {known.Id} and is not found");
        }

        if (found.Answer is { } answer && !string.Equals(answer.Text, known.Text, StringComparison.Ordinal))
        {
            throw new Violation("answers stay", $"{what} was answered as\n{known.Text}\nand is now\n{answer.Text}");
        }

        if (found.Answer is { } later && !later.Continues(known))
        {
            throw new Violation("answers stay", $"to {what} had happened\n{string.Join('\n', known.FollowUps)}\nand now\n{string.Join('\n', later.FollowUps)}");
        }
    }

    /// <summary>What another tenant sent is not there: an id must not be found, a reference only where this tenant sent it as well.</summary>
    public static void JudgeForeign(History history, int tenant, string what, Answer found)
    {
        if (!history.ByReference.ContainsKey((tenant, found.Reference)))
        {
            throw new Violation("tenants apart", string.Create(CultureInfo.InvariantCulture, $"tenant {tenant} asked for {what} and got another tenant's {found.Id}"));
        }
    }
}
