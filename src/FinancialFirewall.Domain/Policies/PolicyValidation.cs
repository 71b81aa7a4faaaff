using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Says everything that is wrong with a policy file at once: its members and its conditions.</summary>
public static class PolicyValidation
{
    /// <summary>Looks at a policy file, and keeps nothing.</summary>
    /// <param name="utf8">A JSON object in UTF-8.</param>
    /// <param name="present">As in <see cref="PolicyDocumentReader.Read(ReadOnlySpan{byte}, PolicyDocument)"/>.</param>
    /// <param name="tenant">For whom it would decide.</param>
    public static PolicyFindings Check(ReadOnlySpan<byte> utf8, PolicyDocument? present, TenantId tenant)
    {
        var errors = new DocumentErrors();
        var document = PolicyDocumentReader.Read(utf8, present, errors);
        if (document is null)
        {
            return new PolicyFindings("", errors.All, []);
        }

        if (!errors.IsEmpty)
        {
            CheckConditions(document, errors);
            return new PolicyFindings("", errors.All, []);
        }

        var compiled = PolicyCompiler.Compile(document, version: 1, tenant, default(Instant));
        return compiled.IsSuccess ? new PolicyFindings(compiled.Value.Hash, [], compiled.Value.Warnings) : new PolicyFindings("", compiled.Errors, []);
    }

    private static void CheckConditions(PolicyDocument document, DocumentErrors errors)
    {
        var listNames = document.Lists.Select(static list => list.Name).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < document.Configurations.Count && !errors.IsFull; i++)
        {
            ConfigurationConditions.Check(document.Configurations[i], JsonPointer.Item("/configurations", i), listNames, errors);
        }
    }
}
