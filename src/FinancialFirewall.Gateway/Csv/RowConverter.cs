using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>Turns rows into payments by a column map whose columns were found in the header.</summary>
internal sealed class RowConverter
{
    private readonly BoundMember[] members;
    private readonly BoundMember[] metadata;
    private readonly JsonBody body = new();

    private RowConverter(IEnumerable<BoundMember> bound)
    {
        var all = bound.ToList();
        members = [.. all.Where(static member => member.MetadataName.Length == 0)];
        metadata = [.. all.Where(static member => member.MetadataName.Length > 0)];
    }

    /// <summary>The payment converted last, as JSON.</summary>
    public ReadOnlyMemory<byte> Json => body.Written;

    /// <summary>A converter; or which columns the header lacks.</summary>
    public static Result<RowConverter> Bind(ColumnMap map, IReadOnlyList<string> header)
    {
        var errors = new List<Error>();
        foreach (var (member, column) in map.Members.SelectMany(static member => member.Source.Where(static part => part.IsColumn).Select(part => (member.Name, part.Text))))
        {
            switch (header.Count(name => string.Equals(name, column, StringComparison.Ordinal)))
            {
                case 0:
                    errors.Add(CsvErrors.ColumnMissing(member, column, header));
                    break;
                case > 1:
                    errors.Add(CsvErrors.ColumnTwice(column));
                    break;
            }
        }

        return errors.Count > 0 ? Result.Failure<RowConverter>(errors) : new RowConverter(map.Members.Select(member => new BoundMember(member, header)));
    }

    /// <summary>Converts a row.</summary>
    /// <returns>Why it is no payment; null when it was converted.</returns>
    public IReadOnlyList<Error>? Convert(CsvRow row, ReadOnlySpan<byte> text)
    {
        List<Error>? errors = null;
        body.Begin();
        foreach (var member in members)
        {
            Add(member, row, text, ref errors);
        }

        if (metadata.Length > 0)
        {
            body.BeginObject(PaymentMember.Metadata);
            foreach (var member in metadata)
            {
                Add(member, row, text, ref errors);
            }

            body.EndObject();
        }

        body.End();
        return errors;
    }

    /// <summary>Where a member comes from; empty where it comes from nowhere.</summary>
    public string PlaceOf(string member)
        => members.FirstOrDefault(bound => string.Equals(bound.Name, member, StringComparison.Ordinal))?.Place ?? "";

    private void Add(BoundMember member, CsvRow row, ReadOnlySpan<byte> text, ref List<Error>? errors)
    {
        var value = member.Text(row, text);
        if (!value.IsEmpty && member.Converter.Add(value, member.MetadataName, body) is { } error)
        {
            (errors ??= []).Add(error with { Place = member.Place });
        }
    }
}
