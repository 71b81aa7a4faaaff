using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;

namespace FinancialFirewall.Domain.Tests.Toggles;

public sealed class ToggleValidationTests
{
    private static readonly Instant Now = new(5_000_000);

    private static Toggle Disabled => new()
    {
        Id = Guid.Empty, IsEnabled = false, DisabledReason = "maintenance", CreatedBy = "ann", CreatedAt = new Instant(1), UpdatedAt = new Instant(1),
    };

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { """{"isEnabled":true,"effectiveFrom":"2026-03-02T00:00:00Z","effectiveUntil":"2026-03-01T00:00:00Z"}""", "WINDOW_REVERSED", "/effectiveUntil", "'effectiveUntil' must be after 'effectiveFrom' (2026-03-02T00:00:00Z)." },
        { """{"isEnabled":true,"priority":0}""", "VALUE_OUT_OF_RANGE", "/priority", "'priority' is a whole number from 1 to 2,147,483,647." },
        { """{"isEnabled":true,"localInstrumentationCode":"INST"}""", "HIERARCHY_BROKEN", "/localInstrumentationCode", "'localInstrumentationCode' needs 'paymentType': name the one above it too." },
        { """{"isEnabled":true,"paymentType":"SEPA","clearingSystemCode":"RT1"}""", "HIERARCHY_BROKEN", "/clearingSystemCode", "'clearingSystemCode' needs 'localInstrumentationCode': name the one above it too." },
        { """{"isEnabled":true,"enabledReason":"a","disabledReason":"b"}""", "BOTH_REASONS", "/disabledReason", "State 'enabledReason' for an enabled toggle or 'disabledReason' for a disabled one, not both." },
        { """{"isEnabled":true,"disabledReason":"b"}""", "REASON_MISPLACED", "/disabledReason", "The toggle is enabled: its reason is 'enabledReason'." },
        { """{"isEnabled":false,"enabledReason":"b"}""", "REASON_MISPLACED", "/enabledReason", "The toggle is disabled: its reason is 'disabledReason'." },
        { "{}", "MEMBER_MISSING", "/isEnabled", "'isEnabled' is required: true or false." },
        { """{"isEnabled":true,"prioritty":1}""", "MEMBER_UNKNOWN", "/prioritty", "'prioritty' is not a member of this object. Did you mean 'priority'?" },
        { """{"isEnabled":"yes"}""", "TYPE_WRONG", "/isEnabled", "true or false is expected, not a text." },
        { """{"isEnabled":true,"effectiveFrom":"2026-03-01"}""", "TIME_INVALID", "/effectiveFrom", "'effectiveFrom' is a time as RFC 3339 writes it, such as 2026-03-01T12:00:00Z." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Read_Wrong_IsRefusedExactly(string json, string code, string member, string message)
    {
        var error = Assert.Single(ToggleDocument.Read(Encoding.UTF8.GetBytes(json)).Errors);

        Assert.Equal((ErrorKind.Invalid, code, member, message), (error.Kind, error.Code, error.Member, error.Message));
    }

    [Fact]
    public void Read_ServerOwnedMembers_AreAccepted()
    {
        var json = """{"tenantId":"demo","id":"21111111-2222-4333-8444-555555555555","isEnabled":true,"createdAt":"2026-01-01T00:00:00+01:00","updatedBy":"x"}"""u8;

        var toggle = ToggleDocument.Read(json).Value;

        Assert.Equal("2025-12-31T23:00:00Z", toggle.CreatedAt.ToString());
    }

    [Fact]
    public void SetState_Switched_DropsTheStaleReason()
    {
        var changed = ToggleChange.SetState(Disabled, isEnabled: true, reason: null, "bob", Now).Value;

        Assert.Equal((true, null, null, "bob"), (changed.IsEnabled, changed.EnabledReason, changed.DisabledReason, changed.UpdatedBy));
        Assert.Equal(Now, changed.UpdatedAt);
        Assert.Equal(new Instant(1), changed.CreatedAt);
    }

    [Fact]
    public void SetState_Unchanged_KeepsItsReason()
        => Assert.Equal("maintenance", ToggleChange.SetState(Disabled, isEnabled: false, reason: null, by: null, Now).Value.DisabledReason);

    [Fact]
    public void Replace_SwitchedWithTheOldReasonSentBack_DropsIt()
    {
        var changed = ToggleChange.Replace(Disabled, Disabled with { IsEnabled = true, CreatedBy = "mallory" }, "bob", Now).Value;

        Assert.Equal((null, "ann"), (changed.DisabledReason, changed.CreatedBy));
    }

    [Fact]
    public void Replace_BothReasons_IsRefused()
    {
        var result = ToggleChange.Replace(Disabled, Disabled with { IsEnabled = true, EnabledReason = "again" }, "bob", Now);

        Assert.Equal("BOTH_REASONS", Assert.Single(result.Errors).Code);
    }
}
