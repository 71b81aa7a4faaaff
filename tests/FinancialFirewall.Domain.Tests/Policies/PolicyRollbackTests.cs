using System.Text;
using FinancialFirewall.Domain.Policies;

namespace FinancialFirewall.Domain.Tests.Policies;

public sealed class PolicyRollbackTests
{
    [Fact]
    public void Of_EarlierVersion_HasItsConfigurationsTogglesAndRatesAndTheListsOfToday()
    {
        var earlier = Read("""
            {"baseCurrency":"USD","rates":{"asOf":"2026-01-01","EUR":"0.9"},"configurations":[{"configurationName":"old"}],"toggles":[{"isEnabled":true}],
             "lists":{"kept":{"kind":"WATCH","entries":[{"value":"A"}]},"gone":{"kind":"WATCH","entries":[{"value":"G"}]}}}
            """);
        var present = Read("""
            {"baseCurrency":"EUR","configurations":[{"configurationName":"new"},{"configurationName":"newer"}],
             "lists":{"made":{"kind":"WATCH","entries":[{"value":"M"}]},"kept":{"kind":"BLOCK","member":"toAccountNumber","entries":[{"value":"B"}]}}}
            """);

        var again = PolicyRollback.Of(earlier, present);

        Assert.Equal(PolicyDocumentWriter.Write(earlier with { Lists = [] }), PolicyDocumentWriter.Write(again with { Lists = [] }));
        Assert.Equal(["made Watch M", "kept Block B", "gone Watch G"], again.Lists.Select(static list => $"{list.Name} {list.Kind} {list.Entries[0].Value}"));
    }

    private static PolicyDocument Read(string policy) => PolicyDocumentReader.Read(Encoding.UTF8.GetBytes(policy)).Value;
}
