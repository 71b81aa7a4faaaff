using FinancialFirewall.Host.Users;

namespace FinancialFirewall.Host.Serving;

/// <summary>The set-up link that a first start makes, for whoever watches it.</summary>
internal sealed class SetUpOffer
{
    /// <summary>The link; null where this is no first start.</summary>
    public SetUpLink? Link { get; set; }
}
