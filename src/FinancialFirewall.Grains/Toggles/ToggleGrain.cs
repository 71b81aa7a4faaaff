using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Policies;
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
    /// <summary>How often a change is made anew where somebody else published meanwhile.</summary>
    private const int MaximumAttempts = 5;

    private int version;
    private PolicyDocument? document;

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Toggle>> List() => await ReadAsync();

    /// <inheritdoc/>
    public async Task<ToggleResolution> Check(ToggleContext context) => ToggleResolver.Resolve(await ReadAsync(), context, Now);

    /// <inheritdoc/>
    public Task<Result<Toggle>> Set(ToggleCommand command) => PublishAsync((toggles, now) =>
    {
        var present = toggles.LastOrDefault(toggle => toggle.Scope == command.Context);
        var isEnabled = command.IsEnabled ?? !ToggleResolver.Resolve(toggles, command.Context, now).IsEnabled;
        var changed = ToggleChange.SetState(present ?? New(command.Context, command.CreatedBy, now), isEnabled, command.Reason, command.CreatedBy, now);
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
    public Task<Result<Toggle>> Create(ToggleDraft draft) => PublishAsync((toggles, now) =>
    {
        var created = draft.Toggle with { Id = NextId(now), CreatedAt = now, UpdatedAt = now };
        return new Change([.. toggles, created], created, ToggleNotes.Created(created));
    });

    /// <inheritdoc/>
    public Task<Result<Toggle>> Replace(Guid id, ToggleDraft draft) => PublishAsync((toggles, now) =>
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
    public Task<Result<Toggle>> Delete(Guid id, string? tag) => PublishAsync((toggles, _) =>
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

    /// <summary>Publishes a change of the toggles; where somebody else published meanwhile, the change is made anew to what is in force then.</summary>
    private async Task<Result<Toggle>> PublishAsync(Func<IReadOnlyList<Toggle>, Instant, Result<Change>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var toggles = await ReadAsync();
            if (document is null)
            {
                return ToggleGrainErrors.NoPolicy;
            }

            var made = change(toggles, Now);
            if (!made.IsSuccess)
            {
                return Result.Failure<Toggle>(made.Errors);
            }

            var published = await Policy.Publish(new PolicyChange(PolicyDocumentWriter.Write(document with { Toggles = made.Value.Next }), version) { Note = made.Value.Note });
            if (published.IsSuccess)
            {
                return made.Value.Changed;
            }

            if (attempt == MaximumAttempts || !PolicyErrors.IsVersionConflict(published.Errors))
            {
                return Result.Failure<Toggle>(published.Errors);
            }
        }
    }

    private Toggle New(ToggleContext context, string? createdBy, Instant now) => new()
    {
        Id = NextId(now),
        PaymentType = context.PaymentType,
        LocalInstrumentationCode = context.LocalInstrumentationCode,
        ClearingSystemCode = context.ClearingSystemCode,
        IsEnabled = true,
        CreatedBy = createdBy,
        CreatedAt = now,
        UpdatedAt = now,
    };

    private Guid NextId(Instant now) => ToggleIds.Next(this.GetPrimaryKeyString(), version, now);

    private async Task<IReadOnlyList<Toggle>> ReadAsync()
    {
        var published = await Policy.GetPublished();
        if (published is not null && published.Version != version)
        {
            document = PolicyDocumentReader.Read(published.Document.Span).Value;
            version = published.Version;
        }

        return document?.Toggles ?? [];
    }

    /// <summary>The toggles as they are to be, the one that is new, changed or gone, and what is noted about it.</summary>
    private sealed record Change(IReadOnlyList<Toggle> Next, Toggle Changed, AuditNote Note);
}
