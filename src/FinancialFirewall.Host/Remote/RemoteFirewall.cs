using System.Net.Http.Headers;
using FinancialFirewall.Host.CommandLine;

namespace FinancialFirewall.Host.Remote;

/// <summary>A firewall that is running.</summary>
/// <param name="Address">Where.</param>
/// <param name="Key">An API key of a tenant of it.</param>
internal sealed record RemoteFirewall(Uri Address, string Key)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(5);
    private static readonly Uri Ready = new("/health/ready", UriKind.Relative);

    /// <summary>A client of it, with the key; it is ready.</summary>
    /// <exception cref="CommandFailedException">It is not.</exception>
    public async Task<HttpClient> ConnectAsync(CancellationToken interrupted)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = Timeout };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        try
        {
            using var response = await client.GetAsync(Ready, interrupted);
            if (response.IsSuccessStatusCode)
            {
                return client;
            }
        }
        catch (HttpRequestException)
        {
            // Nobody listens there.
        }

        client.Dispose();
        throw new CommandFailedException(ExitCode.Usage, $"No firewall is ready at {Address}. 'firewall run' starts one.");
    }
}
