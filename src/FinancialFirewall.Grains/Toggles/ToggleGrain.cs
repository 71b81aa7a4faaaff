using System.Globalization;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Grains.Publishing;
using Orleans;

namespace FinancialFirewall.Grains.Toggles;

/// <inheritdoc cref="IToggleGrain"/>
/// <remarks>The toggles themselves are part of the published policy: this grain reads them there and publishes each change, so that there is one truth.</remarks>
public sealed class ToggleGrain(TimeProvider time) : Grain, IToggleGrain
{
    private PolicyEditor? editor;

    private PolicyEditor Editor => editor ??= new(GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString()));

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Toggle>> List() => await ReadAsync();

    /// <inheritdoc/>
    public async Task<ToggleResolution> Check(ToggleContext context) => ToggleResolver.Resolve(await ReadAsync(), context, Now);

    /// <inheritdoc/>
    public Task<Result<Toggle>> Set(ToggleCommand command) => PublishAsync((toggles, version, now) =>
    {
        var present = toggles.LastOrDefault(toggle => toggle.Scope == command.Context);
        var isEnabled = command.IsEnabled ?? !ToggleResolver.Resolve(toggles, command.Context, now).IsEnabled;
        var changed = ToggleChange.SetState(present ?? New(command.Context, command.CreatedBy, version, now), isEnabled, command.Reason, command.CreatedBy, now);
        if (!changed.IsSuccess)
        {
            return Result.Failure<Change>(changed.Errors);
        }

        IReadOnlyList<Toggle> next = [.. toggles.Where(toggle => toggle.Id != changed.Value.Id), changed.Value];
        var winner = ToggleResolver.Resolve(next, command.Context, now).Winner;
        return winner is not null && winner.IsEnabled != isEnabled
            ? ToggleGrainErrors.Overruled(winner, isEnabled)
            : new Change(next, changed.Value, ToggleNotes.Switched(present, changed.Value));
    });

    /// <inheritdoc/>
    public Task<Result<Toggle>> Create(ToggleDraft draft) => PublishAsync((toggles, version, now) =>
    {
        var created = draft.Toggle with { Id = NextId(version, now), CreatedAt = now, UpdatedAt = now };
        return new Change([.. toggles, created], created, ToggleNotes.Created(created));
    });

    /// <inheritdoc/>
    public Task<Result<Toggle>> Replace(Guid id, ToggleDraft draft) => PublishAsync((toggles, _, now) =>
    {
        var present = Find(toggles, id, draft.Tag);
        if (!present.IsSuccess)
        {
            return Result.Failure<Change>(present.Errors);
        }

        var changed = ToggleChange.Replace(present.Value, draft.Toggle, draft.Toggle.UpdatedBy, now);
        return changed.IsSuccess
            ? new Change([.. toggles.Select(toggle => toggle.Id == id ? changed.Value : toggle)], changed.Value, ToggleNotes.Changed(present.Value, changed.Value))
            : Result.Failure<Change>(changed.Errors);
    });

    /// <inheritdoc/>
    public Task<Result<Toggle>> Delete(Guid id, string? tag) => PublishAsync((toggles, _, _) =>
    {
        var present = Find(toggles, id, tag);
        return present.IsSuccess
            ? new Change([.. toggles.Where(toggle => toggle.Id != id)], present.Value, ToggleNotes.Deleted(present.Value))
            : Result.Failure<Change>(present.Errors);
    });

    private static Result<Toggle> Find(IReadOnlyList<Toggle> toggles, Guid id, string? tag)
        => toggles.FirstOrDefault(toggle => toggle.Id == id) is not { } present ? ToggleGrainErrors.Unknown(id)
        : tag is not null && !string.Equals(tag, ToggleDocument.TagOf(present), StringComparison.Ordinal) ? ToggleGrainErrors.Changed(tag)
        : present;

    private Task<Result<Toggle>> PublishAsync(Func<IReadOnlyList<Toggle>, int, Instant, Result<Change>> change) => Editor.ChangeAsync(policy =>
    {
        var made = change(policy.Document.Toggles, policy.Version, Now);
        return made.IsSuccess
            ? new PolicyEdit<Toggle>(policy.Document with { Toggles = made.Value.Next }, made.Value.Changed, made.Value.Note)
            : Result.Failure<PolicyEdit<Toggle>>(made.Errors);
    });

    private Toggle New(ToggleContext context, string? createdBy, int version, Instant now) => new()
    {
        Id = NextId(version, now),
        PaymentType = context.PaymentType,
        LocalInstrumentationCode = context.LocalInstrumentationCode,
        ClearingSystemCode = context.ClearingSystemCode,
        IsEnabled = true,
        CreatedBy = createdBy,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private Guid NextId(int version, Instant now) => PolicyIds.Next(this.GetPrimaryKeyString(), version.ToString(CultureInfo.InvariantCulture), now);

    private async Task<IReadOnlyList<Toggle>> ReadAsync() => (await Editor.ReadAsync())?.Document.Toggles ?? [];

    /// <summary>The toggles as they are to be, the one that is new, changed or gone, and what is noted about it.</summary>
    private sealed record Change(IReadOnlyList<Toggle> Next, Toggle Changed, AuditNote Note);
}
