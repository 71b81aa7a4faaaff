using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Domain.Toggles;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Toggles;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Toggles;

/// <summary>Finds, creates, schedules, replaces and deletes toggles.</summary>
internal sealed class ChangeToggleEndpoint(TenantToggles toggles, TimeProvider time)
{
    public static Task HandleFindAsync(HttpContext context, ChangeToggleEndpoint endpoint, Guid id) => endpoint.FindAsync(context, id);

    public static Task HandleCreateAsync(HttpContext context, ChangeToggleEndpoint endpoint) => endpoint.CreateAsync(context, isScheduled: false);

    public static Task HandleScheduleAsync(HttpContext context, ChangeToggleEndpoint endpoint) => endpoint.CreateAsync(context, isScheduled: true);

    public static Task HandleReplaceAsync(HttpContext context, ChangeToggleEndpoint endpoint, Guid id) => endpoint.ReplaceAsync(context, id);

    public static Task HandleDeleteAsync(HttpContext context, ChangeToggleEndpoint endpoint, Guid id) => endpoint.DeleteAsync(context, id);

    private async Task FindAsync(HttpContext context, Guid id)
    {
        var tenant = context.GetCaller().Tenant;
        var found = (await toggles.ListAsync(tenant)).FirstOrDefault(toggle => toggle.Id == id);
        await (found is null
            ? ProblemWriter.WriteAsync(context, ToggleRequestErrors.Unknown(id))
            : ToggleResponse.WriteAsync(context, tenant, found));
    }

    private async Task CreateAsync(HttpContext context, bool isScheduled)
    {
        var sent = await ReadAsync(context);
        if (sent.IsSuccess && isScheduled)
        {
            sent = ToggleViews.Schedule(sent.Value, Instant.From(time.GetUtcNow()));
        }

        var tenant = context.GetCaller().Tenant;
        var created = sent.IsSuccess ? await toggles.CreateAsync(tenant, sent.Value) : sent;
        if (created.IsSuccess)
        {
            context.Response.Headers.Location = $"{ToggleEndpoints.Configurations}/{created.Value.Id:D}";
        }

        await AnswerAsync(context, created, StatusCodes.Status201Created);
    }

    private async Task ReplaceAsync(HttpContext context, Guid id)
    {
        var sent = await ReadAsync(context);
        var replaced = sent.IsSuccess
            ? await toggles.ReplaceAsync(context.GetCaller().Tenant, id, new ToggleDraft(sent.Value, SeenTag.Read(context.Request)))
            : sent;
        await AnswerAsync(context, replaced, StatusCodes.Status200OK);
    }

    private async Task DeleteAsync(HttpContext context, Guid id)
    {
        var deleted = await toggles.DeleteAsync(context.GetCaller().Tenant, id, SeenTag.Read(context.Request));
        if (!deleted.IsSuccess)
        {
            await AnswerAsync(context, deleted, StatusCodes.Status204NoContent);
            return;
        }

        DocumentResponse.WriteNothing(context);
    }

    private static Task AnswerAsync(HttpContext context, Result<Toggle> result, int status) => result switch
    {
        { IsSuccess: true } => ToggleResponse.WriteAsync(context, context.GetCaller().Tenant, result.Value, status),
        { Errors: [{ Code: "TOGGLE_CHANGED" }, ..] } => ProblemWriter.WriteAsync(context, StatusCodes.Status412PreconditionFailed, result.Errors),
        _ => ProblemWriter.WriteAsync(context, result.Errors),
    };

    private static async Task<Result<Toggle>> ReadAsync(HttpContext context)
    {
        var body = await RequestBody.ReadAsync(context.Request, ToggleDocument.MaximumLength);
        return body.IsSuccess ? ToggleDocument.Read(body.Value.Span) : Result.Failure<Toggle>(body.Errors);
    }
}
