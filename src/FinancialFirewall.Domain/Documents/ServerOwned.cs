namespace FinancialFirewall.Domain.Documents;

/// <summary>The members that a server adds to what it answers. They are accepted, so that what was read can be written back.</summary>
internal static class ServerOwned
{
    /// <summary>Accepted and passed over in a document, because its place says it already.</summary>
    internal const string TenantId = "tenantId";

    /// <summary>The longest name of an author, in characters.</summary>
    internal const int MaximumAuthorLength = 100;
}
