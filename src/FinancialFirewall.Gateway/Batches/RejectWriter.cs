using System.Buffers;
using System.Text.Json;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Problems;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>
/// Writes refused payments so that they can be mended and sent again: the line of an answer, and with it the payment as JSON, or, where it is none,
/// what stands in its place as text. Card numbers are masked but for their last four digits.
/// </summary>
internal static class RejectWriter
{
    /// <summary>Writes one line.</summary>
    /// <param name="output">Takes the line.</param>
    /// <param name="entry">Where it stands, and what stands there where that could not be read.</param>
    /// <param name="reference">The payment's reference, where it is known.</param>
    /// <param name="errors">Why it was refused.</param>
    /// <param name="payment">The payment, where it could be read; else empty.</param>
    public static void WriteLine(
        IBufferWriter<byte> output, in LineEntry entry, ReadOnlySpan<byte> reference, IReadOnlyList<Error> errors, PackedPayment payment)
    {
        using (var writer = new Utf8JsonWriter(output, ProblemWriter.Options))
        {
            writer.WriteStartObject();
            ProblemWriter.WriteLineMembers(writer, entry.Place.Line, reference, errors);
            if (!payment.Bytes.IsEmpty)
            {
                writer.WriteStartObject(ProblemMembers.Payment);
                PaymentWriter.WriteSentMembers(writer, payment);
                writer.WriteEndObject();
            }
            else if (!entry.Source.IsEmpty)
            {
                WriteSource(writer, CardMask.Hide(entry.Source.Span));
            }

            writer.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteSource(Utf8JsonWriter writer, string source)
    {
        try
        {
            using var json = JsonDocument.Parse(source);
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                writer.WritePropertyName(ProblemMembers.Payment);
                json.RootElement.WriteTo(writer);
                return;
            }
        }
        catch (JsonException)
        {
            // It is shown as the text that it is.
        }

        writer.WriteString(ProblemMembers.Source, source);
    }
}
