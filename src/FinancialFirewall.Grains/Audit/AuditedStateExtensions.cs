using Orleans.Runtime;

namespace FinancialFirewall.Grains.Audit;

/// <summary>Keeping states that say what their change is about.</summary>
internal static class AuditedStateExtensions
{
    /// <summary>Keeps a state, together with what it says about its change; one that could not be written is not shown to anybody.</summary>
    public static async Task KeepAsync<T>(this IPersistentState<T> state, T next)
        where T : IAudited
    {
        var before = state.State;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = before;
            throw;
        }
    }
}
