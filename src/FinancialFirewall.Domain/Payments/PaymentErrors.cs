using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Domain.Payments;

/// <summary>Collects the refusals of one payment. Card numbers in the values that they repeat are masked.</summary>
internal sealed class PaymentErrors
{
    /// <summary>How many refusals of one payment are listed; one more says when there are others.</summary>
    public const int Maximum = 20;

    /// <summary>Enough to show as much of a value as an error repeats.</summary>
    private const int ShownBytes = 1024;

    private List<Error>? errors;

    /// <summary>Whether there is no refusal.</summary>
    public bool IsEmpty => errors is null;

    /// <summary>Hands over what was collected and starts again.</summary>
    public IReadOnlyList<Error> Take()
    {
        var taken = errors;
        errors = null;
        return taken ?? (IReadOnlyList<Error>)[];
    }

    /// <summary>Forgets everything but this refusal, of a payment that cannot be read at all.</summary>
    public void Only(ErrorKind kind, string code, ReadOnlySpan<byte> value, string message)
        => errors = [new Error(kind, code, "", Shown(value), message)];

    /// <summary>Adds a refusal of a member's value.</summary>
    public void Invalid(PaymentMember member, string code, ReadOnlySpan<byte> value, string message)
        => Add(new Error(ErrorKind.Invalid, code, PaymentMemberTable.Name(member), Shown(value), message));

    /// <summary>Adds a refusal of a value that has more than a member may have.</summary>
    public void TooLong(PaymentMember member, ReadOnlySpan<byte> value, int length, bool isReplaced)
    {
        var info = PaymentMemberTable.Get(member);
        var unit = info.Kind == PaymentMemberKind.Metadata ? "bytes" : "characters";
        var cause = isReplaced ? " once card numbers are replaced by tokens" : "";
        var message = string.Create(
            CultureInfo.InvariantCulture, $"{info.Name} has {length:N0} {unit}{cause}: {info.MaximumLength:N0} are the most.");
        Add(new Error(ErrorKind.TooLarge, "MEMBER_TOO_LONG", info.Name, Shown(value), message));
    }

    /// <summary>Adds a refusal that stands on its own.</summary>
    public void Add(Error error)
    {
        errors ??= [];
        if (errors.Count < Maximum)
        {
            errors.Add(error);
        }
        else if (errors.Count == Maximum)
        {
            errors.Add(new Error(ErrorKind.Invalid, "MORE_ERRORS", "", "", $"There are more errors: the first {Maximum} are listed."));
        }
    }

    /// <summary>A value as an error repeats it, its card numbers masked but for their last four digits.</summary>
    public static string Shown(ReadOnlySpan<byte> value)
    {
        value = value[..Math.Min(value.Length, ShownBytes)];
        if (!CardNumbers.TryFind(value, 0, out var start, out var end))
        {
            return Encoding.UTF8.GetString(value);
        }

        var shown = new StringBuilder();
        var from = 0;
        do
        {
            shown.Append(Encoding.UTF8.GetString(value[from..start])).Append("************").Append(Encoding.UTF8.GetString(value[(end - 4)..end]));
            from = end;
        }
        while (CardNumbers.TryFind(value, from, out start, out end));

        return shown.Append(Encoding.UTF8.GetString(value[from..])).ToString();
    }
}
