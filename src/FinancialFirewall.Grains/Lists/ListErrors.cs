using System.Globalization;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Grains.Lists;

/// <summary>The refusals of <see cref="IListGrain"/>.</summary>
internal static class ListErrors
{
    public static Error Unknown(string name) => new(ErrorKind.NotFound, "LIST_UNKNOWN", "name", name, "There is no list of this name.");

    public static Error Exists(string name) => new(
        ErrorKind.Conflict, "LIST_EXISTS", "name", name, "There is a list of this name already: change it, or choose another name.");

    public static Error Changed(string name) => new(
        ErrorKind.Conflict, "LIST_CHANGED", "name", name, "The list was changed since: read it again and apply the change to it.");

    public static Error MemberFixed(string name) => new(
        ErrorKind.Conflict, "LIST_MEMBER_FIXED", "member", name, "The list has entries, which stand for the member that it watches: make another list, or empty this one first.");

    public static Error InUse(string name, IReadOnlyList<string> users) => new(
        ErrorKind.Conflict, "LIST_IN_USE", "name", name,
        $"The list is asked by {users[0]}{(users.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {users.Count - 1} more") : "")}: take @{name} out of what asks for it first.");

    public static Error Full(string name, long count) => new(
        ErrorKind.Conflict, "LIST_FULL", "name", name,
        string.Create(CultureInfo.InvariantCulture, $"The list would have {count:N0} entries; a list has at most {ListDefinition.MaximumEntries:N0}."));

    public static Error ImportUnknown(string id) => new(
        ErrorKind.NotFound, "LIST_IMPORT_UNKNOWN", "operationId", id, "There is no import of this id, or the process was started anew since: then it changed nothing unless it was answered.");

    public static Error ImportExists(string id) => new(
        ErrorKind.Conflict, "LIST_IMPORT_EXISTS", "operationId", id, "There was an import of this id already: choose another one.");

    public static Error ImportEnded(string id, ListImportStatus status) => new(
        ErrorKind.Conflict, "LIST_IMPORT_ENDED", "operationId", id, $"The import has ended ({status}) and changed nothing.");

    public static Error ImportsTooMany(int maximum) => new(
        ErrorKind.Unavailable, "LIST_IMPORTS_TOO_MANY", "", "", string.Create(CultureInfo.InvariantCulture, $"{maximum} imports of this tenant are under way, the most at once: wait for one, or cancel it."));
}
