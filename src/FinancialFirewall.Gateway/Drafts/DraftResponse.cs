using System.Text.Json;
using FinancialFirewall.Domain.Documents;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Drafts;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Drafts;

/// <summary>Answers with drafts.</summary>
internal static class DraftResponse
{
    /// <summary>Answers with a draft and its tag; or with why there is none.</summary>
    public static Task WriteAsync(HttpContext context, Result<PolicyDraft> draft, int status = StatusCodes.Status200OK) => draft.IsSuccess
        ? DocumentResponse.WriteTaggedAsync(context, draft.Value.Tag, json => Write(json, draft.Value), status)
        : RefuseAsync(context, draft.Errors);

    /// <summary>Answers that it is done; or with why it is not.</summary>
    public static Task WriteNothingAsync<T>(HttpContext context, Result<T> result)
    {
        if (!result.IsSuccess)
        {
            return RefuseAsync(context, result.Errors);
        }

        DocumentResponse.WriteNothing(context);
        return Task.CompletedTask;
    }

    /// <summary>Answers with why a draft is not what was asked for.</summary>
    public static Task RefuseAsync(HttpContext context, IReadOnlyList<Error> errors) => errors is [{ Code: "DRAFT_CHANGED" }, ..]
        ? ProblemWriter.WriteAsync(context, StatusCodes.Status412PreconditionFailed, errors)
        : ProblemWriter.WriteAsync(context, errors);

    /// <summary>Writes a draft without its contents.</summary>
    public static void Write(Utf8JsonWriter json, PolicyDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("id", draft.Id);
        json.WriteString("name", draft.Name);
        json.WriteString("comment", draft.Comment);
        json.WriteString("status", EnumNames.Of(draft.Status));
        json.WriteNumber("baseVersion", draft.BaseVersion);
        json.WriteString("tag", draft.Tag);
        json.WriteString("createdAt", draft.CreatedAt.ToString());
        json.WriteString("changedAt", draft.ChangedAt.ToString());
        json.WriteStartArray("authors");
        foreach (var author in draft.Authors)
        {
            PolicyResponse.Write(json, author);
        }

        json.WriteEndArray();
        json.WritePropertyName("rejecter");
        PolicyResponse.Write(json, draft.Rejecter);
        json.WriteString("rejection", draft.Rejection);
        json.WriteEndObject();
    }
}
