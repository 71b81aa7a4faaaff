using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Csv;
using FinancialFirewall.Gateway.Problems;
using FinancialFirewall.Gateway.Unpacking;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Formats;

/// <summary>What the body of a batch is, as the request says it: <c>Content-Type</c>, <c>Content-Encoding</c>, <c>?map=</c>.</summary>
/// <param name="Syntax">How its payments are written.</param>
/// <param name="Packing">How it is packed.</param>
internal sealed record BatchContent(PaymentSyntax Syntax, Packing Packing)
{
    private const string MapQuery = "map";

    private static readonly (PaymentFormat Format, string[] Names)[] Types =
    [
        (PaymentFormat.Lines, [ContentTypes.NewlineDelimitedJson, "application/ndjson", "application/jsonl", "application/x-jsonlines"]),
        (PaymentFormat.Array, [ContentTypes.Json]),
        (PaymentFormat.Csv, ["text/csv", "application/csv"]),
        (PaymentFormat.Iso20022, ["application/xml", "text/xml"]),
    ];

    private static readonly (Packing Packing, string[] Names)[] Encodings =
    [
        (Packing.Gzip, ["gzip", "x-gzip"]),
        (Packing.Brotli, ["br"]),
    ];

    /// <summary>What the body is; or why it is not read.</summary>
    public static Result<BatchContent> Read(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        var format = Types.FirstOrDefault(known => ContentTypes.Is(type, known.Names));
        if (format.Names is null)
        {
            return RequestErrors.BatchTypeUnsupported(type);
        }

        var encoding = request.Headers.ContentEncoding.ToString();
        var packing = Encodings.FirstOrDefault(known => known.Names.Contains(encoding, StringComparer.OrdinalIgnoreCase));
        if (packing.Names is null && !ContentTypes.IsIdentity(encoding))
        {
            return RequestErrors.PackingUnsupported(encoding);
        }

        var map = ReadMap(request.Query[MapQuery].ToString(), format.Format);
        return map.IsSuccess ? new BatchContent(new PaymentSyntax(format.Format, map.Value), packing.Packing) : Result.Failure<BatchContent>(map.Errors);
    }

    /// <summary>The status of such a refusal.</summary>
    public static int StatusOf(Error error)
        => error.Member is "Content-Type" or "Content-Encoding" ? StatusCodes.Status415UnsupportedMediaType : ProblemStatus.Of([error]);

    private static Result<ColumnMap?> ReadMap(string json, PaymentFormat format)
    {
        if (json.Length == 0)
        {
            return Result.Success<ColumnMap?>(null);
        }

        if (format != PaymentFormat.Csv)
        {
            return RequestErrors.MapUnexpected(json);
        }

        var map = ColumnMapReader.Read(Encoding.UTF8.GetBytes(json));
        return map.IsSuccess ? map.Value : Result.Failure<ColumnMap?>(map.Errors);
    }
}
