using System.Globalization;
using System.Security.Cryptography;
using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Storage.Replication;

namespace FinancialFirewall.Host.Sites;

/// <summary>The way to the other site over HTTP. Questions and answers are signed with the key of both sites.</summary>
internal sealed class HttpSiteLink : ISiteLink, IDisposable
{
    private const int NonceLength = 32;
    private const int MaximumAnswerBytes = int.MaxValue;

    private readonly HttpClient client;
    private readonly SiteKey key;
    private readonly TimeProvider time;

    /// <summary>A way to a site.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="key">The key of both sites.</param>
    /// <param name="timeout">How long it may take to answer.</param>
    /// <param name="time">Stamps questions.</param>
    public HttpSiteLink(Uri address, SiteKey key, TimeSpan timeout, TimeProvider time)
    {
        (Address, this.key, this.time) = (address, key, time);
        var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false, UseProxy = false };
        client = new HttpClient(handler) { BaseAddress = address, Timeout = timeout, MaxResponseContentBufferSize = MaximumAnswerBytes };
    }

    /// <summary>Where the other site is.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> AskAsync(ReadOnlyMemory<byte> question, CancellationToken cancellationToken)
    {
        var (now, nonce) = (time.GetUtcNow().ToUnixTimeSeconds(), RandomNumberGenerator.GetHexString(NonceLength, lowercase: true));
        using var request = new HttpRequestMessage(HttpMethod.Post, SiteAddress.Path) { Content = new ReadOnlyMemoryContent(question) };
        request.Headers.Add(SiteHeaders.Time, now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(SiteHeaders.Nonce, nonce);
        request.Headers.Add(SiteHeaders.Signature, key.SignQuestion(now, nonce, question.Span));
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? Proved(response, nonce, answer)
                : throw new IOException($"{Address} answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
        }
        catch (HttpRequestException exception)
        {
            throw new IOException($"{Address} cannot be reached: {exception.Message}", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"{Address} did not answer within {client.Timeout.TotalSeconds:0} s.", exception);
        }
    }

    public void Dispose() => client.Dispose();

    private byte[] Proved(HttpResponseMessage response, string nonce, byte[] answer)
        => response.Headers.TryGetValues(SiteHeaders.Signature, out var found) && SiteKey.Equal(key.SignAnswer(nonce, answer), found.FirstOrDefault())
            ? answer
            : throw new IOException($"{Address} answered without the key of both sites: is it the other site, with the same key?");
}
