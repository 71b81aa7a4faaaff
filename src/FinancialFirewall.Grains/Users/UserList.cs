namespace FinancialFirewall.Grains.Users;

/// <summary>The users of one tenant. Nothing here is kept by itself; each change gives the users as they are to be.</summary>
/// <param name="users">The users, in the order in which they were invited.</param>
internal sealed class UserList(IReadOnlyList<TenantUser> users)
{
    /// <summary>The users, in the order in which they were invited.</summary>
    public IReadOnlyList<TenantUser> All => users;

    /// <summary>Whether somebody answers for the tenant and can sign in.</summary>
    public bool HasOwner => users.Any(static user => user.IsActiveOwner);

    /// <summary>The user of an id; null where there is none.</summary>
    public TenantUser? Find(string id) => users.FirstOrDefault(user => string.Equals(user.Id, id, StringComparison.Ordinal));

    /// <summary>The user of a mail address in its form; null where there is none.</summary>
    public TenantUser? FindByEmail(string email) => users.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.Ordinal));

    /// <summary>The users with one more, or with one changed.</summary>
    public UserList With(TenantUser changed)
        => new(Find(changed.Id) is null ? [.. users, changed] : [.. users.Select(user => string.Equals(user.Id, changed.Id, StringComparison.Ordinal) ? changed : user)]);

    /// <summary>The users without one.</summary>
    public UserList Without(string id) => new([.. users.Where(user => !string.Equals(user.Id, id, StringComparison.Ordinal))]);
}
