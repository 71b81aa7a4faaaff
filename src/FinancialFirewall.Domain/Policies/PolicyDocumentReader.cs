using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Money;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Policies;

/// <summary>Reads policy files. Conditions are kept as text and are not read here.</summary>
public static class PolicyDocumentReader
{
    /// <summary>The longest policy file, in bytes: 512 MiB.</summary>
    public const int MaximumLength = 512 * 1024 * 1024;

    /// <summary>Reads a policy file, or lists everything that is wrong with it.</summary>
    /// <param name="utf8">A JSON object in UTF-8.</param>
    /// <param name="present">
    /// The policy whose answer may have been sent back, with masks that stand for its secrets (<see cref="ConfigurationSecrets.Restore"/>); null where a mask is refused.
    /// </param>
    public static Result<PolicyDocument> Read(ReadOnlySpan<byte> utf8, PolicyDocument? present = null)
    {
        var errors = new DocumentErrors();
        var read = Read(utf8, present, errors);
        return errors.Outcome(read);
    }

    /// <summary>Reads as far as there is something to read, also where there are errors; null where it is no JSON object.</summary>
    internal static PolicyDocument? Read(ReadOnlySpan<byte> utf8, PolicyDocument? present, DocumentErrors errors)
    {
        var parsed = DocumentText.Parse(utf8, MaximumLength);
        if (!parsed.IsSuccess)
        {
            errors.Add(parsed.Errors[0]);
            return null;
        }

        using var json = parsed.Value;
        var document = DocumentObject.Open(json.RootElement, "", errors);
        return document is null ? null : Read(document, present);
    }

    private static PolicyDocument Read(DocumentObject document, PolicyDocument? present)
    {
        var baseCurrency = ReadBaseCurrency(document);
        var rates = document.Child("rates", inner => PolicyDocumentRatesReader.Read(inner, baseCurrency));
        var configurations = ReadPositions(document, "configurations", PolicyDocument.MaximumConfigurations, RiskConfigurationDocument.Read);
        var toggles = ReadPositions(document, "toggles", PolicyDocument.MaximumToggles, ToggleDocument.Read);
        var lists = document.Child("lists", ReadLists) ?? [];
        document.Close();
        CheckIds(document, "configurations", configurations, static one => one.Id);
        CheckIds(document, "toggles", toggles, static one => one.Id);
        return new PolicyDocument
        {
            BaseCurrency = baseCurrency?.Code ?? "",
            RatesAsOf = rates?.AsOf,
            Rates = rates?.Values ?? [],
            Configurations = RestoreSecrets(document, configurations, present),
            Toggles = toggles,
            Lists = lists,
        };
    }

    private static Currency? ReadBaseCurrency(DocumentObject document)
    {
        var code = document.RequiredText("baseCurrency", maximum: 100);
        if (CurrencyTable.TryFind(code, out var currency))
        {
            return currency;
        }

        if (code.Length > 0)
        {
            document.Errors.Add(CurrencyErrors.Unknown(document.At("baseCurrency"), code));
        }

        return null;
    }

    private static IReadOnlyList<T> ReadPositions<T>(DocumentObject document, string name, int maximum, Func<DocumentObject, int, T> read)
    {
        var position = 0;
        return document.Objects(name, maximum, inner => read(inner, position++)) ?? [];
    }

    private static List<ListDefinition> ReadLists(DocumentObject document)
    {
        var lists = new List<ListDefinition>();
        if (document.Names.Count > PolicyDocument.MaximumLists)
        {
            var message = $"There are {document.Names.Count} lists; at most {PolicyDocument.MaximumLists} are accepted.";
            document.Errors.Add("TOO_MANY", document.Pointer, "", message);
            return lists;
        }

        foreach (var name in document.Names)
        {
            if (document.Child(name) is { } inner)
            {
                lists.Add(ListDocument.Read(inner, name));
            }
        }

        return lists;
    }

    private static void CheckIds<T>(DocumentObject document, string name, IReadOnlyList<T> items, Func<T, Guid> idOf)
    {
        var ids = new HashSet<Guid>();
        for (var i = 0; i < items.Count; i++)
        {
            if (!ids.Add(idOf(items[i])))
            {
                var pointer = JsonPointer.Member(JsonPointer.Item(document.At(name), i), "id");
                document.Errors.Add("ID_DUPLICATE", pointer, idOf(items[i]).ToString("D"), "Another element of this file has the same id.");
            }
        }
    }

    // A mask stands for a secret that only the tenant it was read from knows.
    private static RiskConfiguration[] RestoreSecrets(DocumentObject document, IReadOnlyList<RiskConfiguration> configurations, PolicyDocument? present)
    {
        const string NoMasks = "A policy file holds the secret itself or {\"secretRef\": \"name\"}, not its mask.";
        var restored = configurations.ToArray();
        for (var i = 0; i < restored.Length; i++)
        {
            var result = ConfigurationSecrets.Restore(restored[i], present?.Configurations.FirstOrDefault(one => one.Id == restored[i].Id));
            restored[i] = result.IsSuccess ? result.Value : restored[i];
            foreach (var error in result.Errors)
            {
                var message = present is null ? NoMasks : error.Message;
                document.Errors.Add(error with { Member = JsonPointer.Item(document.At("configurations"), i) + error.Member, Message = message });
            }
        }

        return restored;
    }
}
