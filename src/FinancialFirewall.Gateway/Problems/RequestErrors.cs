using System.Globalization;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Problems;

/// <summary>The refusals of the gateway itself: what is wrong with a request before anything is read from it.</summary>
internal static class RequestErrors
{
    public static Error RouteUnknown(string path) => new(
        ErrorKind.NotFound, "ROUTE_UNKNOWN", "", path, "There is nothing at this address; docs/rest-api.md lists what there is.");

    public static Error MethodNotAllowed(string method, string allowed) => new(
        ErrorKind.Invalid, "METHOD_NOT_ALLOWED", "", method, $"This address does not answer {method}; it answers {allowed}.");

    public static Error ContentTypeUnsupported(string found, string expected) => new(
        ErrorKind.Invalid,
        "CONTENT_TYPE_UNSUPPORTED",
        "Content-Type",
        found,
        $"The body must be {expected} in UTF-8, without a content encoding.");

    public static Error ContentEncodingUnsupported(string found) => new(
        ErrorKind.Invalid, "CONTENT_ENCODING_UNSUPPORTED", "Content-Encoding", found, "Send the body as it is, without a content encoding.");

    public static Error BatchTypeUnsupported(string found) => new(
        ErrorKind.Invalid,
        "CONTENT_TYPE_UNSUPPORTED",
        "Content-Type",
        found,
        "The body must be application/x-ndjson, application/json (an array), text/csv or application/xml (pain.001, pacs.008), in UTF-8.");

    public static Error PackingUnsupported(string found) => new(
        ErrorKind.Invalid, "CONTENT_ENCODING_UNSUPPORTED", "Content-Encoding", found, "Send the body as it is, or packed as gzip or br.");

    public static Error MapUnexpected(string found) => new(
        ErrorKind.Invalid, "MAP_UNEXPECTED", "map", found, "A column map belongs to text/csv alone.");

    public static Error ZoneUnknown(string found) => new(
        ErrorKind.Invalid, "ZONE_UNKNOWN", "zone", found, "Name a time zone of the IANA list, such as Europe/Berlin.");

    public static Error BodyTooLarge(long limit) => new(
        ErrorKind.TooLarge, "BODY_TOO_LARGE", "", "", string.Create(CultureInfo.InvariantCulture, $"The body is larger than {limit:N0} bytes, the most that is read here."));

    public static Error LineTooLarge(long length, int limit) => new(
        ErrorKind.TooLarge,
        "LINE_TOO_LARGE",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"The line has {length:N0} bytes; a line has at most {limit:N0}."));

    public static Error LineCutOff { get; } = new(
        ErrorKind.Malformed, "LINE_CUT_OFF", "", "", "The request ended in the middle of this line: it was not assessed. Send it again.");

    public static Error BatchIdle(TimeSpan limit) => new(
        ErrorKind.Unavailable,
        "BATCH_IDLE",
        "",
        "",
        string.Create(CultureInfo.InvariantCulture, $"Nothing arrived for {limit.TotalSeconds:0} seconds: the batch ends before this line. Send what follows in a new one."));

    public static Error Stopping { get; } = new(
        ErrorKind.Unavailable, "STOPPING", "", "", "The firewall is stopping: this line and what follows were not read. Send them again.");

    public static Error Overloaded { get; } = new(
        ErrorKind.Unavailable, "OVERLOADED", "", "", "More requests are being answered than are allowed at once. Try again after the seconds in Retry-After.");

    public static Error Unavailable { get; } = new(
        ErrorKind.Unavailable, "UNAVAILABLE", "", "", "The firewall cannot answer this now. It is safe to send the same payment again: a reference is assessed once.");

    public static Error JournalFailed(string message) => new(ErrorKind.Unavailable, "JOURNAL_FAILED", "", "", message);

    public static Error BodyUnreadable(string message) => new(ErrorKind.Malformed, "BODY_UNREADABLE", "", "", message);

    public static Error AnswerUnknown(string found) => new(
        ErrorKind.Invalid, "ANSWER_UNKNOWN", "answer", found, "Ask for answer=brief or answer=full.");

    public static Error QueryUnknown(string name, IEnumerable<string> known) => new(
        ErrorKind.Invalid, "QUERY_UNKNOWN", name, "", $"There is no '{name}' to ask by here; there are: {string.Join(", ", known)}.");

    public static Error QueryInvalid(string name, string found, string expected) => new(
        ErrorKind.Invalid, "QUERY_INVALID", name, found, $"State {name} {expected}.");

    public static Error MemberInvalid(string name, string found, string expected) => new(
        ErrorKind.Invalid, "MEMBER_INVALID", name, found, $"State {name} {expected}.");

    public static Error KeyUnknown(string id) => new(ErrorKind.NotFound, "API_KEY_NOT_FOUND", "id", id, "There is no API key with this id.");

    public static Error TenantUnknown(string tenant) => new(
        ErrorKind.NotFound, "TENANT_UNKNOWN", "tenantId", tenant, "There is no such tenant here; leave it out to ask for your own.");

    public static Error AssessmentUnknown(string id, string member = "id") => new(
        ErrorKind.NotFound, "ASSESSMENT_UNKNOWN", member, id, "There is no assessment with this id.");

    public static Error ReferenceUnknown(string reference) => new(
        ErrorKind.NotFound, "REFERENCE_UNKNOWN", "transactionReference", reference, "No payment with this reference was assessed.");

    public static Error Internal { get; } = new(
        ErrorKind.Unavailable, "INTERNAL_ERROR", "", "", "Something is wrong in the firewall itself; its log says what. The payment can be sent again safely.");
}
