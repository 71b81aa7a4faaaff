using System.Text.Json;
using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Configurations;

/// <summary><c>bankFraudApiConfig</c> as JSON.</summary>
internal static class BankFraudApiDocument
{
    private const int MaximumNameLength = 100;
    private const int MaximumUrlLength = 2_000;
    private const int MaximumTemplateLength = 64 * 1024;
    private const int MaximumPathLength = 500;
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH"];
    private static readonly string[] GroupsBeside =
        ["timeoutConfig", "retryConfig", "circuitBreakerConfig", "fallbackConfig", "monitoringConfig", "alertingConfig"];

    internal static BankFraudApiConfig Read(DocumentObject document)
    {
        var config = new BankFraudApiConfig
        {
            ApiName = document.Text("apiName", MaximumNameLength),
            ApiUrl = ReadUrl(document),
            HttpMethod = ReadMethod(document),
            Enabled = document.Truth("enabled"),
            Headers = document.Headers("headers"),
            Authentication = document.Child("authentication", AuthenticationDocument.Read),
            RequestTemplate = ReadTemplate(document),
            ResponseMapping = document.Child("responseMapping", ReadMapping),
            Timeout = document.Whole("timeout", 1, EngineSettingsDocument.MaximumTimeoutSeconds),
            Retries = document.Whole("retries", 0, EngineSettingsDocument.MaximumRetries),
            DeadlineMs = document.Whole("deadlineMs", 1, EngineSettingsDocument.MaximumTimeoutMs),
        };
        document.Close(static name => Array.IndexOf(GroupsBeside, name) < 0 ? null : $"'{name}' stands beside 'bankFraudApiConfig', not inside it.");
        if (config.IsEnabled && !document.Has("apiUrl"))
        {
            document.RefuseMissing("apiUrl", "an absolute http or https address; or state 'enabled': false.");
        }

        return config;
    }

    internal static void Write(DocumentWriter writer, BankFraudApiConfig config)
    {
        writer.Text("apiName", config.ApiName);
        writer.Text("apiUrl", config.ApiUrl);
        writer.Text("httpMethod", config.HttpMethod);
        writer.Truth("enabled", config.Enabled);
        writer.Headers("headers", config.Headers);
        writer.Child("authentication", config.Authentication, AuthenticationDocument.Write);
        if (config.RequestTemplate is { } template)
        {
            writer.Json.WritePropertyName("requestTemplate");
            using var json = JsonDocument.Parse(template);
            json.RootElement.WriteTo(writer.Json);
        }

        writer.Child("responseMapping", config.ResponseMapping, WriteMapping);
        writer.Whole("timeout", config.Timeout);
        writer.Whole("retries", config.Retries);
        writer.Whole("deadlineMs", config.DeadlineMs);
    }

    private static string? ReadUrl(DocumentObject document)
    {
        if (document.Text("apiUrl", MaximumUrlLength) is not { } text)
        {
            return null;
        }

        var isUsable = Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0;
        if (isUsable)
        {
            return text;
        }

        var shown = url is { UserInfo.Length: > 0 } ? Secret.Mask : text;
        document.Refuse("apiUrl", "URL_INVALID", shown, "'apiUrl' is an absolute http or https address without user name and password.");
        return null;
    }

    private static string? ReadMethod(DocumentObject document)
    {
        var method = document.Text("httpMethod", maximum: 16);
        if (method is null || Methods.Contains(method, StringComparer.Ordinal))
        {
            return method;
        }

        document.Refuse("httpMethod", "VALUE_NOT_ALLOWED", method, $"'httpMethod' is one of {string.Join(", ", Methods)}.");
        return null;
    }

    private static string? ReadTemplate(DocumentObject document)
    {
        if (document.Take("requestTemplate") is not { } element)
        {
            return null;
        }

        var text = element.GetRawText();
        if (element.ValueKind == JsonValueKind.Object && text.Length <= MaximumTemplateLength)
        {
            return text;
        }

        document.Refuse("requestTemplate", "TEMPLATE_INVALID", text, $"A JSON object of at most {MaximumTemplateLength:N0} characters is expected.");
        return null;
    }

    private static ResponseMapping ReadMapping(DocumentObject document)
    {
        var mapping = new ResponseMapping(
            ReadValue(document, "riskScore"),
            ReadValue(document, "decision"),
            ReadValue(document, "riskLevel"),
            ReadValue(document, "reason"),
            ReadValue(document, "riskFactors"));
        document.Close();
        return mapping;
    }

    private static ResponseValue? ReadValue(DocumentObject document, string name)
    {
        if (document.Take(name) is not { ValueKind: JsonValueKind.Object })
        {
            return document.Text(name, MaximumPathLength) is { } path ? new ResponseValue(path) : null;
        }

        return document.Child(name, static inner =>
        {
            var path = inner.RequiredText("path", MaximumPathLength);
            var values = inner.Child("values", static map => map.Names.Select(key => new KeyValuePair<string, string>(key, map.Text(key, 100) ?? "")).ToList());
            inner.Close();
            return new ResponseValue(path, values);
        });
    }

    private static void WriteMapping(DocumentWriter writer, ResponseMapping mapping)
    {
        WriteValue(writer, "riskScore", mapping.RiskScore);
        WriteValue(writer, "decision", mapping.Decision);
        WriteValue(writer, "riskLevel", mapping.RiskLevel);
        WriteValue(writer, "reason", mapping.Reason);
        WriteValue(writer, "riskFactors", mapping.RiskFactors);
    }

    private static void WriteValue(DocumentWriter writer, string name, ResponseValue? value)
    {
        if (value?.Values is null)
        {
            writer.Text(name, value?.Path);
            return;
        }

        writer.Child(name, value, static (outer, inner) =>
        {
            outer.Text("path", inner.Path);
            outer.Child("values", inner.Values, static (map, pairs) =>
            {
                foreach (var (theirs, ours) in pairs)
                {
                    map.Text(theirs, ours);
                }
            });
        });
    }
}
