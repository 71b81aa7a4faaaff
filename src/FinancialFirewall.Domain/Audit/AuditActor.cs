namespace FinancialFirewall.Domain.Audit;

/// <summary>Who did something.</summary>
/// <param name="Kind">What kind of actor: <c>KEY</c>, <c>USER</c>, <c>SYSTEM</c> (the process itself, or its command line) or <c>UNKNOWN</c>.</param>
/// <param name="Id">Which one: the id of a key or of a user; empty for the others.</param>
/// <param name="Tenant">The tenant that the actor belongs to; empty where that is not known. Another one than the log's is the operator's.</param>
/// <param name="Source">The address that the request came from; empty for the process itself.</param>
public sealed record AuditActor(string Kind, string Id, string Tenant, string Source)
{
    /// <summary>The id of the key with which a user came; empty for the others, and for who is signed in.</summary>
    public string KeyId { get; init; } = "";

    /// <summary>The process itself.</summary>
    public static AuditActor System { get; } = new("SYSTEM", "", "", "");

    /// <summary>Who comes with an API key.</summary>
    public static AuditActor Key(string id, string tenant, string source) => new("KEY", id, tenant, source);

    /// <summary>Who is signed in.</summary>
    public static AuditActor User(string id, string tenant, string source) => new("USER", id, tenant, source);

    /// <summary>A user, whichever way they come: with an API key that they hold, or signed in, without one (empty).</summary>
    public static AuditActor Holder(string id, string key, string tenant, string source) => User(id, tenant, source) with { KeyId = key };

    /// <summary>Somebody who did not say who it is.</summary>
    public static AuditActor Unknown(string source) => new("UNKNOWN", "", "", source);
}
