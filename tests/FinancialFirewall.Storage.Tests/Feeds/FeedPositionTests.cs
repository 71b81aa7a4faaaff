using FinancialFirewall.Domain.Tenants;
using FinancialFirewall.Storage.Feeds;
using FinancialFirewall.Storage.Journals;

namespace FinancialFirewall.Storage.Tests.Feeds;

public sealed class FeedPositionTests
{
    private static readonly TenantId Tenant = new("acme");

    [Fact]
    public void Read_WhatWasWritten_IsTheSamePlace()
    {
        PartitionEnd[] ends = [new(0, 1), new(3, 127), new(4, 128), new(63, 16_384), new(65_535, long.MaxValue)];

        var read = FeedPosition.Read(new FeedPosition(ends).ToCursor(Tenant), Tenant).Value;

        Assert.Equal(ends, ends.Select(end => new PartitionEnd(end.Partition, read[end.Partition])));
        Assert.Equal(0, read[1]);
    }

    [Fact]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        var cursor = new FeedPosition([new(1, 5), new(2, 900)]).ToCursor(Tenant);
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            Assert.Equal("CURSOR_INVALID", Assert.Single(FeedPosition.Read(changed, Tenant).Errors).Code);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("AAAA")]
    [InlineData("ä")]
    public void Read_NoCursor_IsRefused(string text)
        => Assert.Equal("CURSOR_INVALID", Assert.Single(FeedPosition.Read(text, Tenant).Errors).Code);

    [Fact]
    public void Read_OfAnotherTenant_IsRefused()
        => Assert.Equal("CURSOR_INVALID", Assert.Single(FeedPosition.Read(new FeedPosition([new(1, 5)]).ToCursor(new TenantId("other")), Tenant).Errors).Code);
}
