using System.Text;
using FinancialFirewall.Domain.Payments;

namespace FinancialFirewall.Gateway.Csv;

/// <summary>A mapped member with the numbers of its columns.</summary>
internal sealed class BoundMember
{
    private const int Literal = -1;

    private readonly (int Column, byte[] Text)[] parts;
    private byte[] joined = [];

    /// <summary>Binds a member whose columns are all there.</summary>
    /// <param name="mapped">The member.</param>
    /// <param name="header">The columns' names.</param>
    public BoundMember(MappedMember mapped, IReadOnlyList<string> header)
    {
        Member = mapped.Member;
        MetadataName = Encoding.UTF8.GetBytes(mapped.MetadataName);
        Name = mapped.Name;
        Converter = new ValueConverter(mapped.Member, mapped.MetadataName.Length == 0 ? PaymentMemberTable.Get(mapped.Member).Kind : PaymentMemberKind.Text, mapped.Format);
        parts = [.. mapped.Source.Select(part => part.IsColumn ? (header.ToList().IndexOf(part.Text), []) : (Literal, Encoding.UTF8.GetBytes(part.Text)))];
        var columns = mapped.Source.Where(static part => part.IsColumn).Select(static part => $"'{part.Text}'").ToList();
        Place = columns.Count switch
        {
            0 => "fixed in the column map",
            1 => $"column {columns[0]}",
            _ => $"columns {string.Join(", ", columns)}",
        };
    }

    /// <summary>The member.</summary>
    public PaymentMember Member { get; }

    /// <summary>Its name in <c>metadata</c>; empty where it is not there.</summary>
    public byte[] MetadataName { get; }

    /// <summary>Its name in the map.</summary>
    public string Name { get; }

    /// <summary>Reads its values.</summary>
    public ValueConverter Converter { get; }

    /// <summary>Where it comes from, as people look it up.</summary>
    public string Place { get; }

    /// <summary>Its value as the row has it, without white space around it; empty where one of its columns is.</summary>
    public ReadOnlySpan<byte> Text(CsvRow row, ReadOnlySpan<byte> text)
    {
        if (parts.Length == 1)
        {
            return (parts[0].Column == Literal ? parts[0].Text : row.Field(text, parts[0].Column)).Trim(" \t"u8);
        }

        var length = 0;
        foreach (var (column, literal) in parts)
        {
            var part = column == Literal ? literal : row.Field(text, column).Trim(" \t"u8);
            if (part.IsEmpty)
            {
                return default;
            }

            if (joined.Length < length + part.Length)
            {
                Array.Resize(ref joined, (length + part.Length) * 2);
            }

            part.CopyTo(joined.AsSpan(length));
            length += part.Length;
        }

        return joined.AsSpan(0, length);
    }
}
