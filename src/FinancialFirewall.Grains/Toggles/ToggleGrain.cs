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
    private int version;
    private PolicyDocument? document;

    private IPolicyGrain Policy => GrainFactory.GetGrain<IPolicyGrain>(this.GetPrimaryKeyString());

    private Instant Now => Instant.From(time.GetUtcNow());

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Toggle>> List()
    {
        return await ReadAsync();
    }

    /// <inheritdoc/>
    public async Task<ToggleResolution> Check(ToggleContext context)
    {
        return ToggleResolver.Resolve(await ReadAsync(), context, Now);
    }

    /// <inheritdoc/>
    public async Task<Result<Toggle>> Set(ToggleCommand command)
    {
        var toggles = await ReadAsync();
        if (document is null)
        {
            return ToggleGrainErrors.NoPolicy;
        }

        var now = Now;
        var present = toggles.LastOrDefault(toggle => toggle.Scope == command.Context);
        var isEnabled = command.IsEnabled ?? !ToggleResolver.Resolve(toggles, command.Context, now).IsEnabled;
        var changed = ToggleChange.SetState(present ?? Create(command.Context, now), isEnabled, command.Reason, command.CreatedBy, now);
        if (!changed.IsSuccess)
        {
            return changed;
        }

        IReadOnlyList<Toggle> next = [.. toggles.Where(toggle => toggle.Id != changed.Value.Id), changed.Value];
        var winner = ToggleResolver.Resolve(next, command.Context, now).Winner;
        if (winner is not null && winner.IsEnabled != isEnabled)
        {
            return ToggleGrainErrors.Overruled(winner, isEnabled);
        }

        var published = await Policy.Publish(new PolicyChange(PolicyDocumentWriter.Write(document with { Toggles = next }), version));
        return published.IsSuccess ? changed : Result.Failure<Toggle>(published.Errors);
    }

    private Toggle Create(ToggleContext context, Instant now) => new()
    {
        Id = ToggleIds.Next(this.GetPrimaryKeyString(), version, now),
        PaymentType = context.PaymentType,
        LocalInstrumentationCode = context.LocalInstrumentationCode,
        ClearingSystemCode = context.ClearingSystemCode,
        IsEnabled = true,
        CreatedAt = now,
        UpdatedAt = now,
    };

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
}
