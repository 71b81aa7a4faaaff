using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Grains.Lists;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>How kinds of lists and states of imports are spelled.</summary>
internal static class ListNames
{
    public static string Of(ListKind kind) => kind switch
    {
        ListKind.Block => "BLOCK",
        ListKind.Allow => "ALLOW",
        ListKind.Watch => "WATCH",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind of list has a name."),
    };

    public static string Of(ListImportStatus status) => status switch
    {
        ListImportStatus.Reading => "READING",
        ListImportStatus.Publishing => "PUBLISHING",
        ListImportStatus.Done => "DONE",
        ListImportStatus.Refused => "REFUSED",
        ListImportStatus.Cancelled => "CANCELLED",
        ListImportStatus.Abandoned => "ABANDONED",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Every state of an import has a name."),
    };
}
