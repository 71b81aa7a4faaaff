using FinancialFirewall.Domain.Documents;

namespace FinancialFirewall.Domain.Configurations;

/// <summary><c>authentication</c> as JSON.</summary>
internal static class AuthenticationDocument
{
    private const int MaximumNameLength = 256;

    internal static Authentication Read(DocumentObject document)
    {
        var type = document.Choice<AuthenticationType>("type");
        if (type is null && !document.Has("type"))
        {
            document.RefuseMissing("type", $"one of {string.Join(", ", EnumNames<AuthenticationType>.All)}.");
        }

        var authentication = new Authentication
        {
            Type = type ?? AuthenticationType.Custom,
            ApiKey = document.Secret("apiKey"),
            ApiKeyHeader = document.Text("apiKeyHeader", MaximumNameLength),
            Username = document.Text("username", MaximumNameLength),
            Password = document.Secret("password"),
            BearerToken = document.Secret("bearerToken"),
            Headers = document.Headers("headers"),
        };
        document.Close();
        if (type is not null)
        {
            CheckComplete(document, type.Value);
        }

        return authentication;
    }

    internal static void Write(DocumentWriter writer, Authentication authentication)
    {
        writer.Choice<AuthenticationType>("type", authentication.Type);
        writer.Secret("apiKey", authentication.ApiKey);
        writer.Text("apiKeyHeader", authentication.ApiKeyHeader);
        writer.Text("username", authentication.Username);
        writer.Secret("password", authentication.Password);
        writer.Secret("bearerToken", authentication.BearerToken);
        writer.Headers("headers", authentication.Headers);
    }

    private static void CheckComplete(DocumentObject document, AuthenticationType type)
    {
        IReadOnlyList<string> needed = type switch
        {
            AuthenticationType.ApiKey => ["apiKey"],
            AuthenticationType.Basic => ["username", "password"],
            AuthenticationType.BearerToken => ["bearerToken"],
            _ => ["headers"],
        };
        foreach (var name in needed.Where(name => !document.Has(name)))
        {
            document.RefuseMissing(name, $"authentication of type {EnumNames<AuthenticationType>.Of(type)} needs it.");
        }
    }
}
