using System.Globalization;
using System.Text.Json;
using FinancialFirewall.Domain.Audit;
using FinancialFirewall.Domain.Configurations;
using FinancialFirewall.Domain.Policies;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Documents;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Publishing;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Policies;

/// <summary>Answers with policies, their versions, and what was found in them.</summary>
internal static class PolicyResponse
{
    /// <summary>Answers with what is in force after something was published; or with why it was not.</summary>
    public static Task WriteAsync(HttpContext context, Result<PublishedPolicy> published) => published.IsSuccess
        ? DocumentResponse.WriteTaggedAsync(context, TagOf(published.Value.Version), json => Write(json, published.Value))
        : ProblemWriter.WriteAsync(context, published.Errors);

    /// <summary>Answers with a policy file: what it says and nothing else, with masks in place of secrets.</summary>
    public static async Task WriteAsync(HttpContext context, string tag, PolicyDocument policy)
    {
        context.Response.Headers.ETag = $"\"{tag}\"";
        context.Response.ContentType = ContentTypes.Json;
        await context.Response.BodyWriter.WriteAsync(Show(policy), context.RequestAborted);
    }

    /// <summary>A policy file with masks in place of secrets.</summary>
    public static byte[] Show(PolicyDocument policy)
        => PolicyDocumentWriter.Write(policy with { Configurations = [.. policy.Configurations.Select(ConfigurationSecrets.Hide)] });

    /// <summary>Answers with everything that is wrong with a policy file, and what is surely not meant.</summary>
    public static Task WriteAsync(HttpContext context, PolicyFindings findings) => DocumentResponse.WriteAsync(context, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", findings.IsValid);
        json.WriteString("hash", findings.Hash);
        ProblemWriter.WriteErrors(json, findings.Errors);
        json.WriteStartArray("warnings");
        foreach (var warning in findings.Warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("member", warning.Pointer);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Writes what is known about a version.</summary>
    public static void Write(Utf8JsonWriter json, PublishedVersion version)
    {
        json.WriteStartObject();
        json.WriteNumber("version", version.Number);
        json.WriteString("publishedAt", version.PublishedAt.ToString());
        json.WriteBoolean("inForce", version.IsInForce);
        json.WriteString("hash", version.Hash);
        json.WriteString("action", version.Action);
        json.WriteString("target", version.Target);
        json.WritePropertyName("author");
        Write(json, version.Author);
        json.WritePropertyName("approver");
        Write(json, version.Approver);
        json.WriteString("comment", version.Comment);
        if (version.RestoredVersion > 0)
        {
            json.WriteNumber("restoredVersion", version.RestoredVersion);
        }

        if (version.Draft is { } draft)
        {
            json.WriteString("draft", draft);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes who did something.</summary>
    public static void Write(Utf8JsonWriter json, AuditActor? actor)
    {
        if (actor is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("kind", actor.Kind);
        json.WriteString("id", actor.Id);
        json.WriteString("tenantId", actor.Tenant);
        json.WriteEndObject();
    }

    /// <summary>The tag of a version: its number.</summary>
    public static string TagOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, PublishedPolicy published)
    {
        json.WriteStartObject();
        json.WriteNumber("version", published.Version);
        json.WriteString("hash", published.Hash);
        json.WriteString("publishedAt", published.PublishedAt.ToString());
        json.WriteStartArray("warnings");
        foreach (var warning in published.Warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
