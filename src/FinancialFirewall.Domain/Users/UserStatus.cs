namespace FinancialFirewall.Domain.Users;

/// <summary>Whether somebody can sign in.</summary>
public enum UserStatus
{
    /// <summary>Not yet: the invitation was not taken up.</summary>
    Invited,

    /// <summary>Yes.</summary>
    Active,

    /// <summary>Somebody locked the user: no, until it is unlocked.</summary>
    Locked,
}
