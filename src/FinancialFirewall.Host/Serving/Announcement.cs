using FinancialFirewall.Grains.Users;
using FinancialFirewall.Host.CommandLine;
using FinancialFirewall.Host.DataDirectories;
using FinancialFirewall.Host.Users;

namespace FinancialFirewall.Host.Serving;

/// <summary>Tells the person at the terminal where the firewall is and how to try it.</summary>
internal static class Announcement
{
    /// <summary>Prints the addresses and a command to paste.</summary>
    public static void Write(TextWriter output, IEnumerable<string> addresses, ServerOptions options, SetUpLink? setUp)
    {
        foreach (var address in addresses)
        {
            output.WriteLine($"Listening on {address}");
        }

        var first = addresses.FirstOrDefault() ?? "";
        if (setUp is not null)
        {
            output.WriteLine($"Become the owner, once and within {UsersGrain.SetUpHours} hours: {setUp.At(first)}");
        }

        output.WriteLine($"""
            Data: {options.DataDirectory}
            Key: {options.MasterKey.Description}. Keep a copy of it elsewhere: without it nobody can read the data.
            Try it:
              curl -sS {first}/api/v1/fraud-risk/assessments \
                -H "Authorization: Bearer $(cat {ShellText.Quote(TenantKeyFile.PathIn(options.DataDirectory, DemoTenant.Id))})" -H 'Content-Type: application/json' \
                -d {SamplePayment}
            Ctrl+C stops it.
            """);
        output.Flush();
    }

    private const string SamplePayment = """'{"transactionReference":"INV-1001","amount":"12500.00","currency":"EUR","fromAccountNumber":"DE89370400440532013000","toAccountNumber":"FR1420041010050500013M02606"}'""";
}
