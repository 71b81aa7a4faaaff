using FinancialFirewall.Domain.Results;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Tenants;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Erases persons, or says what that would erase.</summary>
internal sealed partial class PersonErasures(PersonEraser eraser, ILogger<PersonErasures> logger)
{
    /// <summary>Does what is asked; refusals are those of <see cref="PersonEraser.EraseAsync"/>.</summary>
    /// <param name="caller">Whose persons.</param>
    /// <param name="request">Whom, and whether in earnest.</param>
    /// <param name="cancellationToken">Ends a look; an erasure that is begun is finished.</param>
    public async Task<Result<PersonErasure>> EraseAsync(Caller caller, PersonRequest request, CancellationToken cancellationToken)
    {
        var erased = request.IsDryRun
            ? await eraser.PreviewAsync(caller.Tenant, request.Person, cancellationToken)
            : await eraser.EraseAsync(caller.Tenant, request.Person, CancellationToken.None);
        if (erased is { IsSuccess: true, Value.ErasedAt: not null })
        {
            LogErased(caller.Tenant.Name, erased.Value.Payments, request.Reason ?? "none given");
        }

        return erased;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A person of tenant '{Tenant}' was erased from {Payments} payments. Reason: {Reason}")]
    private partial void LogErased(string tenant, long payments, string reason);
}
