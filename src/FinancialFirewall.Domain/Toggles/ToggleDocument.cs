using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Hashing;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Tenants;

namespace FinancialFirewall.Domain.Toggles;

/// <summary>Toggles as JSON.</summary>
public static class ToggleDocument
{
    /// <summary>The longest document of one toggle, in bytes.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>
    /// Reads one toggle. An <c>id</c> or <c>createdAt</c> that is absent is derived from <paramref name="position"/>, as in a policy file; whoever owns
    /// them replaces them.
    /// </summary>
    /// <param name="utf8">A JSON object.</param>
    /// <param name="position">The toggle's position among others.</param>
    public static Result<Toggle> Read(ReadOnlySpan<byte> utf8, int position = 0)
    {
        var parsed = DocumentText.Parse(utf8, MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<Toggle>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        var document = DocumentObject.Open(json.RootElement, "", errors);
        return errors.Outcome(document is null ? null : Read(document, position));
    }

    /// <summary>Writes one toggle as a whole document.</summary>
    public static byte[] Write(Toggle toggle, DocumentForm form) => DocumentWriter.Write(form, writer =>
    {
        writer.Json.WriteStartObject();
        Write(writer, toggle, position: 0);
        writer.Json.WriteEndObject();
    });

    /// <summary>Writes one toggle for a caller: its tenant, and every member with its value, also where it is a default.</summary>
    public static void WriteAnswer(Utf8JsonWriter json, Toggle toggle, TenantId tenant)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(toggle);
        json.WriteStartObject();
        json.WriteString(ServerOwned.TenantId, tenant.Name);
        Write(new DocumentWriter(json, DocumentForm.Answer), toggle, position: 0);
        json.WriteEndObject();
    }

    /// <summary>Identifies what a toggle says, as 16 hexadecimal digits: it changes whenever any member does.</summary>
    public static string TagOf(Toggle toggle) => XxHash64.Hash(Write(toggle, DocumentForm.Answer)).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Reads who wants the check on or off: the members of a context, <c>tenantId</c>, <c>reason</c> and <c>createdBy</c>.</summary>
    /// <param name="utf8">A JSON object.</param>
    public static Result<ToggleSwitch> ReadSwitch(ReadOnlySpan<byte> utf8)
    {
        var parsed = DocumentText.Parse(utf8, MaximumLength);
        if (!parsed.IsSuccess)
        {
            return Result.Failure<ToggleSwitch>(parsed.Errors);
        }

        using var json = parsed.Value;
        var errors = new DocumentErrors();
        var document = DocumentObject.Open(json.RootElement, "", errors);
        return errors.Outcome(document is null ? null : ReadSwitch(document));
    }

    internal static Toggle Read(DocumentObject document, int position)
    {
        var scope = ReadScope(document);
        var createdAt = document.Time("createdAt") ?? DerivedIdentity.CreatedAt(position);
        var isEnabled = document.Truth("isEnabled");
        if (isEnabled is null && !document.Has("isEnabled"))
        {
            document.RefuseMissing("isEnabled", "true or false.");
        }

        document.Ignore(ServerOwned.TenantId);
        var toggle = new Toggle
        {
            Id = document.Id("id") ?? DerivedId(scope, position),
            PaymentType = scope.PaymentType,
            LocalInstrumentationCode = scope.LocalInstrumentationCode,
            ClearingSystemCode = scope.ClearingSystemCode,
            IsEnabled = isEnabled ?? true,
            EnabledReason = document.Text("enabledReason", Toggle.MaximumReasonLength),
            DisabledReason = document.Text("disabledReason", Toggle.MaximumReasonLength),
            EffectiveFrom = document.Time("effectiveFrom"),
            EffectiveUntil = document.Time("effectiveUntil"),
            Priority = document.Whole("priority", 1, int.MaxValue) ?? Toggle.DefaultPriority,
            IsActive = document.Truth("isActive") ?? true,
            CreatedBy = document.Text("createdBy", ServerOwned.MaximumAuthorLength),
            UpdatedBy = document.Text("updatedBy", ServerOwned.MaximumAuthorLength),
            CreatedAt = createdAt,
            UpdatedAt = document.Time("updatedAt") ?? createdAt,
            Stated = ReadStated(document),
        };
        document.Close();
        foreach (var error in isEnabled is null ? [] : ToggleValidation.Check(toggle, document.Pointer))
        {
            document.Errors.Add(error);
        }

        return toggle;
    }

    internal static void Write(DocumentWriter writer, Toggle toggle, int position)
    {
        var stated = toggle.Stated;
        if (writer.Shows(toggle.Id == DerivedId(toggle.Scope, position), stated, StatedMembers.Id))
        {
            writer.Text("id", toggle.Id.ToString("D"));
        }

        writer.Text("paymentType", toggle.PaymentType);
        writer.Text("localInstrumentationCode", toggle.LocalInstrumentationCode);
        writer.Text("clearingSystemCode", toggle.ClearingSystemCode);
        writer.Truth("isEnabled", toggle.IsEnabled);
        writer.Text("enabledReason", toggle.EnabledReason);
        writer.Text("disabledReason", toggle.DisabledReason);
        writer.Time("effectiveFrom", toggle.EffectiveFrom);
        writer.Time("effectiveUntil", toggle.EffectiveUntil);
        writer.Whole("priority", writer.Shows(toggle.Priority == Toggle.DefaultPriority, stated, StatedMembers.Priority) ? toggle.Priority : null);
        writer.Truth("isActive", writer.Shows(toggle.IsActive, stated, StatedMembers.IsActive) ? toggle.IsActive : null);
        writer.Text("createdBy", toggle.CreatedBy);
        writer.Text("updatedBy", toggle.UpdatedBy);
        var isDerived = toggle.CreatedAt == DerivedIdentity.CreatedAt(position);
        writer.Time("createdAt", writer.Shows(isDerived, stated, StatedMembers.CreatedAt) ? toggle.CreatedAt : null);
        writer.Time("updatedAt", writer.Shows(toggle.UpdatedAt == toggle.CreatedAt, stated, StatedMembers.UpdatedAt) ? toggle.UpdatedAt : null);
    }

    private static ToggleSwitch ReadSwitch(DocumentObject document)
    {
        var wanted = new ToggleSwitch(
            ReadScope(document),
            document.Text(ServerOwned.TenantId, TenantId.MaximumLength),
            document.Text("reason", Toggle.MaximumReasonLength),
            document.Text("createdBy", ServerOwned.MaximumAuthorLength));
        document.Close();
        return wanted;
    }

    private static ToggleContext ReadScope(DocumentObject document)
    {
        const int Maximum = ToggleContext.MaximumMemberLength;
        return new ToggleContext(
            document.Text("paymentType", Maximum), document.Text("localInstrumentationCode", Maximum), document.Text("clearingSystemCode", Maximum));
    }

    private static Guid DerivedId(ToggleContext scope, int position)
        => DerivedIdentity.Id("toggle", position, $"{scope.PaymentType}\n{scope.LocalInstrumentationCode}\n{scope.ClearingSystemCode}");

    private static StatedMembers ReadStated(DocumentObject document)
        => document.Stated("id", StatedMembers.Id)
        | document.Stated("createdAt", StatedMembers.CreatedAt)
        | document.Stated("updatedAt", StatedMembers.UpdatedAt)
        | document.Stated("priority", StatedMembers.Priority)
        | document.Stated("isActive", StatedMembers.IsActive);
}
