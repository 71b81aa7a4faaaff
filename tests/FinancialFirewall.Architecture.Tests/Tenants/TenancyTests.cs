using FinancialFirewall.Architecture.Tests.Sources;

namespace FinancialFirewall.Architecture.Tests.Tenants;

/// <summary>There is no way to a grain that does not name the tenant.</summary>
public sealed class TenancyTests
{
    [Fact]
    public void Grains_Everywhere_AreAskedForByTenant()
    {
        var files = Repository.SourceFiles("src").Where(file => !file.Path.StartsWith("src/Orleans.Embedded/", StringComparison.Ordinal)).ToList();

        Assert.InRange(TenancyRules.Asked(files), 10, int.MaxValue);
        Findings.None(TenancyRules.UnscopedKeys(files));
    }

    [Theory]
    [InlineData("var grain = grains.GetGrain<IKeyGrain>(\"shard\");", "src/Ask.cs:1")]
    [InlineData("var grain = grains.GetGrain<IKeyGrain>(reference);", "src/Ask.cs:1")]
    [InlineData("var grain = grains.GetGrain<IKeyGrain>($\"{tenant.Name}/{shard}\");", "src/Ask.cs:1")]
    [InlineData("var grain = grains.GetGrain(typeof(IKeyGrain), tenant.Name);", "src/Ask.cs:1")]
    [InlineData("var both = (grains.GetGrain<IKeyGrain>(tenant.Name), grains.GetGrain<IKeyGrain>(other));", "src/Ask.cs:1")]
    [InlineData("var grain = grains.GetGrain<ITenantGrain>(tenant.Name);")]
    [InlineData("var grain = grains.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());")]
    [InlineData("var grain = grains.GetGrain<IKeyGrain>(TenantGrainKeys.Numbered(partition.Tenant, shard));")]
    public void UnscopedKeys_KeyThatNeedNotNameATenant_IsNamedWithItsPlace(string line, params string[] complaints)
        => Assert.Equal(complaints, TenancyRules.UnscopedKeys([SourceFile.Sample("src/Ask.cs", line)]));
}
