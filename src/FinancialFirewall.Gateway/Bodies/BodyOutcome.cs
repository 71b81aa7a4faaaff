namespace FinancialFirewall.Gateway.Bodies;

/// <summary>What an <see cref="IBodyReader"/> found next.</summary>
internal enum BodyOutcome
{
    /// <summary>Nothing whole: more has to arrive; or, once everything has arrived, nothing any more.</summary>
    None,

    /// <summary>The body of one payment.</summary>
    Body,

    /// <summary>Something in the place of a payment that is none; what follows can be read.</summary>
    Refused,

    /// <summary>Something that makes all that follows unreadable.</summary>
    Broken,
}
