using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>The column map of a file whose header names the members of a payment themselves: <c>transactionReference,amount,metadata.branch</c>.</summary>
internal static class HeaderMap
{
    /// <summary>The map; or which columns are no members.</summary>
    public static Result<ColumnMap> Read(IReadOnlyList<string> header)
    {
        var members = new List<MappedMember>();
        var errors = new List<Error>();
        foreach (var name in header)
        {
            var source = new[] { new SourcePart(IsColumn: true, name) };
            if (name.StartsWith(MappedMember.MetadataPrefix, StringComparison.Ordinal) && name.Length > MappedMember.MetadataPrefix.Length)
            {
                members.Add(new MappedMember(PaymentMember.Metadata, name[MappedMember.MetadataPrefix.Length..], source, ValueFormat.Plain));
            }
            else if (PaymentMemberTable.TryFind(name, out var member))
            {
                members.Add(new MappedMember(member, "", source, ValueFormat.Plain));
            }
            else
            {
                errors.Add(CsvErrors.ColumnUnknown(name));
            }
        }

        return errors.Count > 0
            ? Result.Failure<ColumnMap>(errors)
            : new ColumnMap(Delimiter: null, CsvDialect.Quote, HasHeader: true, members);
    }
}
