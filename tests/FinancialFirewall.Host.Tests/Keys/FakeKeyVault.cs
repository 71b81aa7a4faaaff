#pragma warning disable MA0039 // The vault is this process itself, with a certificate that it made a moment ago.
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Host.Tests.Keys;

/// <summary>
/// The part of Azure Key Vault's REST interface that reads secrets, on this machine over TLS. It knows one secret, checks the token, and can refuse to list
/// versions, to answer at all, or to know the secret.
/// </summary>
internal sealed class FakeKeyVault : IAsyncDisposable
{
    private const string Token = "the-token";
    private const string Challenge = "Bearer authorization=\"https://login.microsoftonline.com/tenant\", resource=\"https://vault.azure.net\"";

    private readonly WebApplication application;
    private readonly List<(string Version, string Value, bool Enabled)> versions = [];

    private FakeKeyVault(WebApplication application) => this.application = application;

    public bool CanList { get; set; } = true;

    public HttpStatusCode? Fails { get; set; }

    public Uri Address => new(application.Urls.First());

    public static async Task<FakeKeyVault> StartAsync()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null))));
        var vault = new FakeKeyVault(builder.Build());
        vault.Map();
        await vault.application.StartAsync();
        return vault;
    }

    /// <summary>Adds a version, newer than those before.</summary>
    public void Add(string value, bool enabled = true) => versions.Add(($"v{versions.Count + 1}", value, enabled));

    /// <summary>A client that trusts this vault.</summary>
    public SecretClient CreateClient() => new(Address, new FixedToken(Token), new SecretClientOptions
    {
        DisableChallengeResourceVerification = true,
        Retry = { MaxRetries = 0 },
        Transport = new HttpClientTransport(new HttpClientHandler { ServerCertificateCustomValidationCallback = static (_, _, _, _) => true }),
    });

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private void Map()
    {
        application.MapGet("/secrets/key/versions", (HttpContext context) => Answer(context, () => CanList ? Results.Json(List()) : Refuse(HttpStatusCode.Forbidden)));
        application.MapGet("/secrets/key", (HttpContext context) => Answer(context, () => Results.Json(Newest())));
        application.MapGet("/secrets/key/{version}", (HttpContext context, string version) => Answer(
            context, () => Results.Json(Secret(versions.Single(known => string.Equals(known.Version, version, StringComparison.Ordinal))))));
    }

    private IResult Answer(HttpContext context, Func<IResult> answer)
    {
        if (!string.Equals(context.Request.Headers.Authorization, $"Bearer {Token}", StringComparison.Ordinal))
        {
            context.Response.Headers.WWWAuthenticate = Challenge;
            return Refuse(HttpStatusCode.Unauthorized);
        }

        return Fails is { } status ? Refuse(status) : versions.Count == 0 ? Refuse(HttpStatusCode.NotFound) : answer();
    }

    private static IResult Refuse(HttpStatusCode status) => Results.Json(
        new JsonObject { ["error"] = new JsonObject { ["code"] = status.ToString(), ["message"] = $"The fake says {status}." } }, statusCode: (int)status);

    private JsonObject Newest() => Secret(versions[^1]);

    private JsonObject List() => new() { ["value"] = new JsonArray([.. versions.Select(version => Properties(version))]) };

    private JsonObject Secret((string Version, string Value, bool Enabled) version)
    {
        var secret = Properties(version);
        secret["value"] = version.Value;
        return secret;
    }

    private JsonObject Properties((string Version, string Value, bool Enabled) version) => new()
    {
        ["id"] = new Uri(Address, $"/secrets/key/{version.Version}").ToString(),
        ["attributes"] = new JsonObject { ["enabled"] = version.Enabled, ["created"] = 1_700_000_000 + versions.IndexOf(version) },
    };

    private sealed class FixedToken(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => new(token, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
            => new(GetToken(requestContext, cancellationToken));
    }
}
