using System.Buffers;
using System.Text;
using System.Text.Json;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Reviews;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Grains.Reviews;

namespace FinancialFirewall.Gateway.Outcomes;

/// <summary>Writes what became of reports.</summary>
internal static class OutcomeWriter
{
    /// <summary>A report that is kept: <c>{line, id, transactionReference, outcome, recorded}</c>; it is not recorded where it was before.</summary>
    public static void Write(IBufferWriter<byte> output, long? line, OutcomeReport report, OutcomeAnswer answer)
    {
        using var json = new Utf8JsonWriter(output, ProblemWriter.Options);
        json.WriteStartObject();
        if (line is { } number)
        {
            json.WriteNumber(ProblemMembers.Line, number);
        }

        json.WriteString("id"u8, answer.Assessment.ToGuid());
        if (report.Reference.Length > 0)
        {
            json.WriteString(ProblemMembers.TransactionReference, report.Reference);
        }

        json.WriteString("outcome"u8, OutcomeNames.Of(report.Outcome));
        json.WriteBoolean("recorded"u8, !answer.IsRepeated);
        json.WriteEndObject();
    }

    /// <summary>A line that is refused, with its errors.</summary>
    public static void WriteRefusal(IBufferWriter<byte> output, OutcomeLine line, IReadOnlyList<Error> errors)
        => ProblemWriter.WriteLine(
            output, line.Line, line.Document.IsSuccess ? Encoding.UTF8.GetBytes(line.Document.Value.TransactionReference ?? "") : [], errors);
}
