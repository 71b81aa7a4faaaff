using System.Text.Json;

namespace FinancialFirewall.Benchmarks.Clients;

/// <summary>
/// The client's side of <see cref="ClientProcess"/>: reads address, key and orders from standard input, one a line; says when an order is ready, carries it
/// out when told to, and reports on standard output.
/// </summary>
internal static class ClientProgram
{
    /// <summary>The word for it on the command line, which nobody else needs.</summary>
    public const string Verb = "client";

    /// <summary>Begins a line about a second of an order.</summary>
    public const string SecondMark = "second ";

    /// <summary>Begins the line about a whole order.</summary>
    public const string ReportMark = "report ";

    /// <summary>Begins a line that says why there is no report.</summary>
    public const string FailureMark = "failure ";

    /// <summary>Works until standard input ends.</summary>
    public static int Run()
    {
        var address = new Uri(Console.ReadLine()!);
        var key = Console.ReadLine()!;
        while (Console.ReadLine() is { } line)
        {
            try
            {
                using var sending = Prepare(address, key, JsonSerializer.Deserialize<ClientOrder>(line)!);
                Carry(sending);
            }
            catch (Exception exception)
            {
                Say(FailureMark, exception.ToString());
            }
        }

        return 0;
    }

    private static ISending Prepare(Uri address, string key, ClientOrder order) => order.Way switch
    {
        ClientWay.Batch => new BatchSending(address, key, order),
        ClientWay.Single => new SingleSending(address, key, order),
        _ => new StreamSending(address, key, order, static second => Say(SecondMark, second)),
    };

    private static void Carry(ISending sending)
    {
        GC.Collect();
        Console.WriteLine();
        Console.ReadLine();
        var before = Environment.CpuUsage.TotalTime;
        var report = sending.Run();
        Say(ReportMark, report with { ProcessorTime = Environment.CpuUsage.TotalTime - before });
    }

    private static void Say<T>(string mark, T what) => Console.WriteLine(mark + JsonSerializer.Serialize(what));
}
