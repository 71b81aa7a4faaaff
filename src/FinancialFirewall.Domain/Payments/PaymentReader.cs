using System.Buffers;
using System.Runtime.CompilerServices;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;

namespace FinancialFirewall.Domain.Payments;

/// <summary>
/// Reads a payment from one UTF-8 JSON object and packs it. Strict: no comments, trailing commas or duplicate members, nothing behind the object.
/// A valid payment allocates nothing once the reader has seen payments of its size. Not safe from several threads at once: use one a thread.
/// </summary>
public sealed class PaymentReader
{
    /// <summary>How far JSON may nest, the payment itself included.</summary>
    public const int MaximumDepth = 32;

    /// <summary>How far after its arrival a payment may say it was initiated.</summary>
    public static readonly TimeSpan AheadTolerance = TimeSpan.FromMinutes(5);

    private readonly PaymentReaderOptions options;
    private readonly PaymentErrors errors = new();
    private readonly PaymentScratch scratch = new();
    private readonly PaymentScanner scanner;
    private readonly PaymentNormaliser normaliser;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>A reader with its own memory.</summary>
    public PaymentReader(PaymentReaderOptions options)
        : this(options, allowsPlain: true)
    {
    }

    /// <summary>A reader that may be kept from its shorter way for plainly written payments, so that a test can compare it with the longer one.</summary>
    internal PaymentReader(PaymentReaderOptions options, bool allowsPlain)
    {
        this.options = options;
        scanner = new PaymentScanner(scratch, errors) { AllowsPlain = allowsPlain };
        normaliser = new PaymentNormaliser(options, scratch, errors);
    }

    /// <summary>Reads one payment.</summary>
    /// <param name="json">The whole body or line; a byte order mark before it is passed over.</param>
    /// <param name="cards">Makes the tokens of the tenant that sent it.</param>
    /// <param name="arrivedAt">When it arrived: the default of <c>initiatedAt</c>.</param>
    /// <param name="output">Takes the packed payment, behind what it already holds; nothing when the payment is refused.</param>
    /// <param name="refusals">Everything that is wrong with the payment, 20 at most and a notice when there is more; empty when it was read.</param>
    /// <returns>Whether the payment was read.</returns>
    // Not inlined, so that the compiler has all its room for inlining what it is made of.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryRead(
        ReadOnlySpan<byte> json, CardTokenizer cards, Instant arrivedAt, IBufferWriter<byte> output, out IReadOnlyList<Error> refusals)
    {
        scratch.Clear();
        json = json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
        if (scanner.TryScan(json, options.MaximumBodyBytes))
        {
            normaliser.Normalise(json, scanner, cards, arrivedAt);
        }

        if (!errors.IsEmpty)
        {
            refusals = errors.Take();
            return false;
        }

        PaymentPacker.Pack(json, scratch, normaliser.Fixed, scanner.Values, output);
        refusals = [];
        return true;
    }
}
