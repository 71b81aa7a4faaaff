using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Toggles;

/// <summary>The contract's section on toggles, sentence by sentence.</summary>
public sealed class ToggleResolverTests
{
    private static readonly ToggleContext Context = new("SEPA", "INST", "RT1");
    private static readonly Instant Now = new(1_000);

    private static Toggle Make(
        byte id, bool isEnabled, string? type = null, string? instrument = null, string? system = null, int priority = 100, long createdAt = 0)
        => new()
        {
            Id = new Guid(id, 0, 0, new byte[8]),
            IsEnabled = isEnabled,
            PaymentType = type,
            LocalInstrumentationCode = instrument,
            ClearingSystemCode = system,
            Priority = priority,
            CreatedAt = new Instant(createdAt),
            UpdatedAt = new Instant(createdAt),
        };

    private static ToggleLoss OnlyLoser(Toggle expectedWinner, Toggle loser)
    {
        var resolution = ToggleResolver.Resolve([loser, expectedWinner], Context, Now);
        Assert.Same(expectedWinner, resolution.Winner);
        Assert.Equal(expectedWinner.IsEnabled, resolution.IsEnabled);
        var loss = Assert.Single(resolution.Losers);
        Assert.Same(loser, loss.Toggle);
        return loss;
    }

    [Fact]
    public void Resolve_NoToggle_IsEnabled()
    {
        var resolution = ToggleResolver.Resolve([], Context, Now);

        Assert.True(resolution.IsEnabled);
        Assert.Null(resolution.Winner);
        Assert.Null(resolution.Level);
    }

    [Fact]
    public void Resolve_NoneApplies_IsEnabledAndSaysWhy()
    {
        var resolution = ToggleResolver.Resolve([Make(1, isEnabled: false, "CARD")], Context, Now);

        Assert.True(resolution.IsEnabled);
        Assert.Equal("It is for payment type 'CARD', not 'SEPA'.", Assert.Single(resolution.Losers).Sentence);
    }

    [Fact]
    public void Resolve_TenantAgainstPaymentType_TheMoreSpecificWinsWhateverThePriority()
    {
        var loss = OnlyLoser(Make(1, isEnabled: false, "SEPA", priority: 900), Make(2, isEnabled: true, priority: 1));

        Assert.Equal(ToggleLossReason.LessSpecific, loss.Reason);
        Assert.Equal("It is of level TENANT; the winner is more specific (PAYMENT_TYPE).", loss.Sentence);
    }

    [Fact]
    public void Resolve_PaymentTypeAgainstInstrument_TheInstrumentWins()
        => Assert.Equal(ToggleLossReason.LessSpecific, OnlyLoser(Make(1, isEnabled: false, "SEPA", "INST"), Make(2, isEnabled: true, "SEPA")).Reason);

    [Fact]
    public void Resolve_InstrumentAgainstClearingSystem_TheClearingSystemWins()
        => Assert.Equal(
            ToggleLossReason.LessSpecific,
            OnlyLoser(Make(1, isEnabled: false, "SEPA", "INST", "RT1"), Make(2, isEnabled: true, "SEPA", "INST")).Reason);

    [Fact]
    public void Resolve_SameLevel_TheLowestPriorityNumberWins()
    {
        var loss = OnlyLoser(Make(1, isEnabled: false, priority: 5, createdAt: 1), Make(2, isEnabled: true, priority: 6, createdAt: 2));

        Assert.Equal(ToggleLossReason.LowerPriority, loss.Reason);
        Assert.Equal("Its priority is 6; the winner's is 5, and the lowest number wins.", loss.Sentence);
    }

    [Fact]
    public void Resolve_SamePriority_TheNewestWins()
        => Assert.Equal(ToggleLossReason.Older, OnlyLoser(Make(1, isEnabled: false, createdAt: 2), Make(2, isEnabled: true, createdAt: 1)).Reason);

    [Fact]
    public void Resolve_SameAge_TheLowerIdWins()
        => Assert.Equal(ToggleLossReason.HigherId, OnlyLoser(Make(1, isEnabled: false), Make(2, isEnabled: true)).Reason);

    [Fact]
    public void Resolve_NotActive_Loses()
        => Assert.Equal(ToggleLossReason.Inactive, OnlyLoser(Make(1, isEnabled: true), Make(2, isEnabled: false, "SEPA") with { IsActive = false }).Reason);

    [Theory]
    [InlineData(1_000, 1_001, true)] // starts now
    [InlineData(1_001, 1_002, false)]
    [InlineData(0, 1_000, false)] // ends now
    [InlineData(null, null, true)]
    [InlineData(1_000, null, true)]
    [InlineData(null, 1_001, true)]
    public void Resolve_Window_IncludesItsStartAndExcludesItsEnd(int? from, int? until, bool applies)
    {
        var toggle = Make(1, isEnabled: false) with
        {
            EffectiveFrom = from is { } start ? new Instant(start) : null,
            EffectiveUntil = until is { } end ? new Instant(end) : null,
        };

        Assert.Equal(!applies, ToggleResolver.Resolve([toggle], Context, Now).IsEnabled);
        Assert.Equal(!applies, new ToggleTable([toggle]).IsEnabled(new(PackedContext.Pack(Context)), Now, out _));
    }

    [Fact]
    public void Resolve_ContextWithoutTheMember_DoesNotFit()
    {
        var loss = Assert.Single(ToggleResolver.Resolve([Make(1, isEnabled: false, "SEPA")], default, Now).Losers);

        Assert.Equal(ToggleLossReason.OtherPaymentType, loss.Reason);
        Assert.Equal("It is for payment type 'SEPA'; the context has none.", loss.Sentence);
    }
}
