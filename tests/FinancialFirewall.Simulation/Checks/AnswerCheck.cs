using FinancialFirewall.Simulation.Histories;

namespace FinancialFirewall.Simulation.Checks;

/// <summary>
/// Every answer ever given is still true: the same whole answer, for ever. A reference is decided once: of all who sent it one was told that it is new, and
/// whoever sent another body was refused with what differs. Nothing is kept that nobody sent.
/// </summary>
internal static class AnswerCheck
{
    public static void Check(Evidence evidence)
    {
        var kept = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        foreach (var entry in evidence.Assessments)
        {
            if (!kept.TryAdd(entry.Reference, entry))
            {
                throw new Violation("one decision", $"{entry.Reference} is in the journal twice: {kept[entry.Reference].Partition}/{kept[entry.Reference].Sequence} and {entry.Partition}/{entry.Sequence}");
            }
        }

        foreach (var same in evidence.Attempts.GroupBy(static attempt => attempt.Payment.Reference, StringComparer.Ordinal))
        {
            Check(evidence, [.. same], kept.GetValueOrDefault(same.Key));
        }

        var sent = evidence.Attempts.Select(static attempt => attempt.Payment.Reference).ToHashSet(StringComparer.Ordinal);
        if (kept.Keys.FirstOrDefault(reference => !sent.Contains(reference)) is { } invented)
        {
            throw new Violation("answers stay", $"{invented} is in the journal and was never sent");
        }
    }

    private static void Check(Evidence evidence, List<Attempt> attempts, JournalEntry? kept)
    {
        if (attempts.Count(static attempt => attempt.Answer is { IsDuplicate: false }) > 1)
        {
            throw new Violation("one decision", $"{attempts[0].Payment} was answered as new more than once");
        }

        if (kept is null)
        {
            if (attempts.Find(static attempt => attempt.Answer is not null || attempt.Refusal is "REFERENCE_REUSED") is { } heard)
            {
                throw new Violation("answers stay", $"{heard.Payment} was answered {heard.Answer?.Decision ?? heard.Refusal} and is not kept");
            }

            return;
        }

        var first = attempts.Find(attempt => string.Equals(attempt.Payment.Account, kept.Account, StringComparison.Ordinal) && attempt.Payment.AmountMinor == kept.AmountMinor)?.Payment
            ?? throw new Violation("answers stay", $"{kept.Reference} is kept with a body that nobody sent");
        if (!evidence.Answers.TryGetValue(kept.Reference, out var found))
        {
            throw new Violation("answers stay", $"{kept.Reference} is in the journal and is not found");
        }

        attempts.ForEach(attempt => Check(attempt, first, found));
    }

    private static void Check(Attempt attempt, Payment first, Answer found)
    {
        var differences = attempt.Payment.DifferencesTo(first).Order(StringComparer.Ordinal).ToList();
        if (attempt.Answer is { } answer)
        {
            LookUps(attempt, answer, found);
            if (differences.Count > 0)
            {
                throw new Violation("one decision", $"{attempt.Payment} was answered although {first} was assessed before");
            }
        }
        else if (attempt.Refusal is "REFERENCE_REUSED" && !differences.SequenceEqual(attempt.RefusedMembers.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            throw new Violation("one decision", $"{attempt.Payment} was refused for {string.Join(',', attempt.RefusedMembers)} although {first} was assessed");
        }
    }

    private static void LookUps(Attempt attempt, Answer answer, Answer found)
    {
        if (!string.Equals(answer.Text, found.Text, StringComparison.Ordinal))
        {
            throw new Violation("answers stay", $"{attempt.Payment} was answered\n{answer.Text}\nand in the end it is\n{found.Text}");
        }

        if (!found.Continues(answer))
        {
            throw new Violation("answers stay", $"to {attempt.Payment} had happened\n{string.Join('\n', answer.FollowUps)}\nand in the end\n{string.Join('\n', found.FollowUps)}");
        }
    }
}
