using FinancialFirewall.Benchmarks.Clients;

namespace FinancialFirewall.Benchmarks.Load;

/// <summary>The same payments as one batch over HTTP/1.1 on the loopback interface, from a client in a process of its own.</summary>
internal sealed class HttpStage(Firewall firewall, int accounts) : IStage
{
    private readonly ClientProcess client = ClientProcess.Start(firewall.Address, firewall.ApiKey);
    private ClientReport? report;

    public string Name => "http";

    public string Description => "all cores: POST .../assessments/batch, one batch a round, from a client process on the same machine, which is counted; brief answers";

    public TimeSpan ForeignProcessorTime => report?.ProcessorTime ?? TimeSpan.Zero;

    public Task PrepareAsync(PaymentLines lines) => client.PrepareAsync(new ClientOrder(ClientWay.Batch, lines.Filling, accounts));

    public async Task RunAsync(PaymentLines lines) => report = await client.RunAsync();

    public void Verify(PaymentLines lines) => report!.Expect(lines.Count);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
