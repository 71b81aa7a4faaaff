using System.Globalization;
using System.Text;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Formats;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Tests.Bodies;
using FinancialFirewall.Gateway.Tests.Iso20022;
using FinancialFirewall.Gateway.Tests.Running;

namespace FinancialFirewall.Gateway.Tests.Formats;

/// <summary>Damaged inputs: every reader ends, with nothing but its own errors, and finds the same however the input arrives.</summary>
public sealed class ReaderFuzzTests
{
    /// <summary>How many inputs each reader gets in one run; <c>FIREWALL_FUZZ_INPUTS</c> says another number.</summary>
    private static readonly int Inputs = FromEnvironment("FIREWALL_FUZZ_INPUTS", 5_000);

    private static readonly string[] Fragments =
        ["\"", "'", "\\", ",", ";", "\n", "\r\n", "{", "}", "[", "]", "<", ">", "</", "/>", "&", "&#0;", "&x;", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x>", "\0", "\uFEFF", "é", "0", "-", "."];

    public static TheoryData<PaymentFormat> Formats => [.. Enum.GetValues<PaymentFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void TryTake_DamagedInput_EndsWithItsOwnErrors(PaymentFormat format)
    {
        var seed = FromEnvironment("FIREWALL_TEST_SEED", 20261121);
        var random = new Random(seed);
        var original = Encoding.UTF8.GetBytes(Valid(format));
        for (var number = 0; number < Inputs; number++)
        {
            var input = Damage(random, original);
            try
            {
                var whole = BodyFeeding.Read(Open(format), input, Math.Max(1, input.Length));
                var pieces = BodyFeeding.Read(Open(format), input, 1 + random.Next(64));
                Assert.Equal(whole, pieces);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, input {number}, {Convert.ToBase64String(input)}: {exception}");
            }
        }
    }

    private static int FromEnvironment(string name, int usual)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : usual;

    private static IBodyReader Open(PaymentFormat format) => BodyReaders.Open(new PaymentSyntax(format), new GatewayLimits { MaximumLineBytes = 512 });

    private static string Valid(PaymentFormat format) => format switch
    {
        PaymentFormat.Lines => string.Join('\n', Payments.Small("a"), Payments.Small("b"), Payments.Small("c")),
        PaymentFormat.Array => $"[{Payments.Small("a")},\n {Payments.Small("b")},\n {Payments.Small("c")}]",
        PaymentFormat.Csv => "transactionReference,amount,currency,description,metadata.x\na,1.00,EUR,\"x, \"\"y\"\"\nz\",1\nb,2,USD,,\nc,3,EUR,\"q\",2\n",
        _ => Messages.BankTransfer(8),
    };

    private static byte[] Damage(Random random, byte[] original)
    {
        var input = original.ToList();
        for (var damages = 1 + random.Next(4); damages > 0; damages--)
        {
            var at = random.Next(input.Count + 1);
            switch (random.Next(4))
            {
                case 0:
                    input.InsertRange(at, Encoding.UTF8.GetBytes(Fragments[random.Next(Fragments.Length)]));
                    break;
                case 1:
                    input.RemoveRange(at, Math.Min(input.Count - at, random.Next(40)));
                    break;
                case 2:
                    input.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    input.InsertRange(at, input.GetRange(at, Math.Min(input.Count - at, random.Next(200))));
                    break;
            }
        }

        return [.. input];
    }
}
