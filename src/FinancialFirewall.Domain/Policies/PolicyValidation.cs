using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Says everything that is wrong with a policy file at once, as far as it can be seen without compiling it: its members and its conditions.</summary>
public static class PolicyValidation
{
    /// <summary>Looks at a policy file, and keeps nothing.</summary>
    /// <param name="utf8">A JSON object in UTF-8.</param>
    /// <param name="present">As in <see cref="PolicyDocumentReader.Read(ReadOnlySpan{byte}, PolicyDocument)"/>.</param>
    /// <returns>The policy, which can be compiled; or every error, those of conditions with line and column.</returns>
    public static Result<PolicyDocument> Check(ReadOnlySpan<byte> utf8, PolicyDocument? present)
    {
        var errors = new DocumentErrors();
        if (PolicyDocumentReader.Read(utf8, present, errors) is not { } document)
        {
            return Result.Failure<PolicyDocument>(errors.All);
        }

        var listNames = document.Lists.Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Configurations.Count && !errors.IsFull; i++)
        {
            ConfigurationConditions.Check(document.Configurations[i], JsonPointer.Item("/configurations", i), listNames, errors);
        }

        return errors.Outcome(document);
    }
}
