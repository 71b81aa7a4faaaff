namespace FinancialFirewall.Domain.Expressions;

/// <summary>How a history keeps what an aggregate is computed from, as a whole number or a text. The numbers are kept on disk and never change.</summary>
public enum ArgumentForm : byte
{
    /// <summary>A whole number.</summary>
    Whole = 0,

    /// <summary>Minor units of the tenant's base currency.</summary>
    BaseAmount = 1,

    /// <summary>1/10,000 of the payment's own currency, which holds every currency's minor units.</summary>
    OriginalAmount = 2,

    /// <summary>1/1,000,000 of a degree.</summary>
    Degrees = 3,

    /// <summary>Microseconds since 1970.</summary>
    Time = 4,

    /// <summary>1 for true, 0 for false.</summary>
    Truth = 5,

    /// <summary>The three letters of a currency as one number, the first in the highest of three bytes.</summary>
    Currency = 6,

    /// <summary>The number of a <see cref="Payments.PaymentKind"/>.</summary>
    Kind = 7,

    /// <summary>The number of a <see cref="Payments.PaymentSource"/>.</summary>
    Source = 8,

    /// <summary>A text.</summary>
    Text = 9,
}
