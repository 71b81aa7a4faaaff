using System.Text;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.Sites;

namespace FinancialFirewall.Storage.Tests.Sites;

public sealed class SiteRecordTests
{
    private const string Frozen =
        """{"format": 1, "term": 2, "role": "FENCED", "fencedBy": 5, "keepFrom": 7, "begins": [{"term": 2, "position": "1 1 100 4294967295 3 4 500 6 9"}]}""" + "\n";

    [Fact]
    public void ToBytes_Record_IsTheFrozenText()
    {
        var position = new SitePosition(1, new LogChain(1, 100, uint.MaxValue, 3), new LogChain(4, 500, 6, 9));
        var record = new SiteRecord { Term = 2, Role = SiteRole.Fenced, FencedBy = 5, KeepFrom = 7, Begins = [new TermBegin(2, position)] };
        Assert.Equal(Frozen, Encoding.UTF8.GetString(record.ToBytes()));
        var read = SiteRecord.Parse(Encoding.UTF8.GetBytes(Frozen))!;
        Assert.Equal((2u, SiteRole.Fenced, 5u, 7u), (read.Term, read.Role, read.FencedBy, read.KeepFrom));
        Assert.Equal(position, read.FirstAfter(1)!.Value.Position);
        Assert.Null(read.FirstAfter(2));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"format": 2, "term": 2, "role": "LEADER", "fencedBy": 0, "keepFrom": 7, "begins": []}""")]
    [InlineData("""{"format": 1, "term": -2, "role": "LEADER", "fencedBy": 0, "keepFrom": 7, "begins": []}""")]
    [InlineData("""{"format": 1, "term": 2, "role": "KING", "fencedBy": 0, "keepFrom": 7, "begins": []}""")]
    [InlineData("""{"format": 1, "term": 2, "role": "LEADER", "fencedBy": 0, "keepFrom": 7, "begins": [{"term": 2, "position": "1 2 3"}]}""")]
    public void Parse_AnythingElse_IsNoRecord(string text) => Assert.Null(SiteRecord.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Promoted_ManyTerms_KeepsTheNewest()
    {
        var record = new SiteRecord { Term = 1, Role = SiteRole.Follower };
        for (var term = 2u; term <= 250; term++)
        {
            record = record.Promoted(term, default);
        }

        Assert.Equal((250u, SiteRole.Leader, SiteRecord.MaximumTerms), (record.Term, record.Role, record.Begins.Count));
        Assert.Equal(151u, record.FirstAfter(1)!.Value.Term);
    }
}
