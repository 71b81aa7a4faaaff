using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Toggles;
using Orleans;
using Orleans.Concurrency;

namespace FinancialFirewall.Grains.Toggles;

/// <summary>A tenant's toggles: is the fraud check on for a context, and why. A change holds for the very next payment. Key: the tenant.</summary>
[Alias("ff.IToggleGrain")]
public interface IToggleGrain : IGrainWithStringKey
{
    /// <summary>The toggles, oldest first.</summary>
    [AlwaysInterleave, Alias("List")]
    Task<IReadOnlyList<Toggle>> List();

    /// <summary>Whether the check is on for a context now, which toggle decided, and why the others did not.</summary>
    [AlwaysInterleave, Alias("Check")]
    Task<ToggleResolution> Check(ToggleContext context);

    /// <summary>Switches the check on or off for exactly one context: changes its toggle, or creates one.</summary>
    /// <returns>The toggle; or <c>TOGGLE_OVERRULED</c>, when another one would still win; or what is wrong with the change, or with publishing it.</returns>
    [Alias("Set")]
    Task<Result<Toggle>> Set(ToggleCommand command);

    /// <summary>Adds a toggle, which gets an id and its times here.</summary>
    /// <returns>The toggle; or what is wrong with it, or with publishing it.</returns>
    [Alias("Create")]
    Task<Result<Toggle>> Create(ToggleDraft draft);

    /// <summary>Replaces a toggle; its id, its author and the time of its creation stay.</summary>
    /// <returns>The toggle; or <c>TOGGLE_UNKNOWN</c>, <c>TOGGLE_CHANGED</c>, or what is wrong with it, or with publishing it.</returns>
    [Alias("Replace")]
    Task<Result<Toggle>> Replace(Guid id, ToggleDraft draft);

    /// <summary>Deletes a toggle.</summary>
    /// <param name="id">The toggle.</param>
    /// <param name="tag">As <see cref="ToggleDraft.Tag"/>.</param>
    /// <returns>The toggle as it was; or <c>TOGGLE_UNKNOWN</c>, <c>TOGGLE_CHANGED</c>, or what is wrong with publishing it.</returns>
    [Alias("Delete")]
    Task<Result<Toggle>> Delete(Guid id, string? tag);
}
