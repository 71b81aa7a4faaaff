namespace FinancialFirewall.Domain.Configurations;

/// <summary>Whose payments a configuration is for. The numbers are kept on disk and never change.</summary>
public enum ConfiguredPaymentSource : byte
{
    /// <summary>Payments of the bank's clients.</summary>
    BankClient = 1,

    /// <summary>Payments of clearing systems.</summary>
    ClearingSystem = 2,

    /// <summary>Payments of either.</summary>
    Both = 3,
}
