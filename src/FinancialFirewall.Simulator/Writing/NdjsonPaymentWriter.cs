using System.Text.Encodings.Web;
using System.Text.Json;
using FinancialFirewall.Simulator.Payments;

namespace FinancialFirewall.Simulator.Writing;

/// <summary>One JSON object a line.</summary>
internal sealed class NdjsonPaymentWriter(Stream stream) : IPaymentWriter
{
    private const byte LineFeed = (byte)'\n';

    private readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <inheritdoc/>
    public void Write(SimulatedPayment payment)
    {
        json.WriteStartObject();
        foreach (var (name, text) in MemberTexts.All)
        {
            Write(name, text(payment));
        }

        json.WriteEndObject();
        json.Flush();
        json.Reset();
        stream.WriteByte(LineFeed);
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private void Write(string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        json.WritePropertyName(name);
        if (name is "cardPresent" or "latitude" or "longitude")
        {
            json.WriteRawValue(text);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}
