using System.Text.Json;
using System.Text.Json.Serialization;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Privacy;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Privacy;

/// <summary>Whom a request is about, and why.</summary>
/// <param name="Person">The person.</param>
/// <param name="Reason">Why; null where nothing was said.</param>
/// <param name="IsDryRun">Whether nothing is to be changed.</param>
internal sealed record PersonRequest(Person Person, string? Reason, bool IsDryRun)
{
    /// <summary>The longest body, in bytes.</summary>
    public const int MaximumBytes = 16 * 1024;

    private const int MaximumReasonLength = 500;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>Reads a body.</summary>
    public static Result<PersonRequest> Read(ReadOnlySpan<byte> body, CardTokenizer cards)
    {
        Members? members;
        try
        {
            members = JsonSerializer.Deserialize<Members>(body, Options);
        }
        catch (JsonException exception)
        {
            return new Error(
                ErrorKind.Malformed,
                "JSON_MALFORMED",
                exception.Path?.TrimStart('$', '.') ?? "",
                "",
                $"The body must be one JSON object with customerId or accountNumber, and optionally reason and dryRun{(exception.Path is { Length: > 2 } path ? $"; '{path[2..]}' does not fit" : "")}.");
        }

        if (members?.Reason?.Length > MaximumReasonLength)
        {
            return new Error(
                ErrorKind.Invalid, "REASON_TOO_LONG", "reason", members.Reason, $"The reason has {members.Reason.Length} characters and may have {MaximumReasonLength}.");
        }

        var person = Person.Read(members?.CustomerId, members?.AccountNumber, cards);
        return person.IsSuccess ? new PersonRequest(person.Value, members!.Reason, members.DryRun) : Result.Failure<PersonRequest>(person.Errors);
    }

    private sealed record Members(string? CustomerId = null, string? AccountNumber = null, string? Reason = null, bool DryRun = false);
}
