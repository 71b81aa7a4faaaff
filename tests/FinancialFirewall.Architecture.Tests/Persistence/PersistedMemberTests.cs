using FinancialFirewall.Architecture.Tests.Assemblies;
using FinancialFirewall.Architecture.Tests.Persistence.Samples;
using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Persistence;

/// <summary>
/// What is kept on disk by name is read by that name for ever. A new member, which older values lack, gets a new line in <c>PersistedMembers.txt</c>; a line
/// that is there is never changed and never removed.
/// </summary>
public sealed class PersistedMemberTests
{
    private const string Table = "tests/FinancialFirewall.Architecture.Tests/Persistence/PersistedMembers.txt";

    [Fact]
    public void Members_ThatAreKeptOnDisk_EqualTheFrozenTable()
    {
        var frozen = File.ReadLines(Path.Combine(Repository.Root, Table)).Where(line => line.Length > 0 && line[0] != '#');

        Findings.None(Findings.Differences(frozen, PersistedMembers.Lines(PersistedMembers.Roots([.. OurAssemblies.Loaded.SelectMany(assembly => assembly.GetTypes())]))));
    }

    [Fact]
    public void Roots_StatesOfGrainsAndTypesOfContexts_AreFound()
        => Assert.Equal([typeof(KeptPart), typeof(KeptState)], PersistedMembers.Roots([typeof(KeepingContext), typeof(KeepingGrain), typeof(KeptNumber)]));

    [Fact]
    public void Lines_MemberThatHasAnotherName_DiffersFromTheTable()
        => Assert.Equal(
            ["found and not listed: KeptPart Name String", "listed and not found: KeptPart Title String"],
            Findings.Differences(
                ["KeptState Parts IReadOnlyList<KeptPart>", "KeptPart Title String"],
                PersistedMembers.Lines([typeof(KeptState)])));
}
