namespace FinancialFirewall.Domain.Expressions;

/// <summary>Whose history an aggregate looks at. The numbers are kept on disk and never change.</summary>
public enum AggregateKey : byte
{
    /// <summary>The debtor account's, which is the rule.</summary>
    Account = 0,

    /// <summary><c>by device</c>: of <c>deviceId</c>.</summary>
    Device = 1,

    /// <summary><c>by customer</c>: of <c>customerId</c>.</summary>
    Customer = 2,

    /// <summary><c>by merchant</c>: of <c>merchantId</c>.</summary>
    Merchant = 3,

    /// <summary><c>by payee</c>: of <c>toAccountNumber</c>.</summary>
    Payee = 4,

    /// <summary><c>by card</c>: of <c>cardToken</c>.</summary>
    Card = 5,
}
