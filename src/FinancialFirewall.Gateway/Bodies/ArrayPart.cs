namespace FinancialFirewall.Gateway.Bodies;

/// <summary>What comes next in a JSON array.</summary>
internal enum ArrayPart
{
    /// <summary>The opening bracket.</summary>
    Start,

    /// <summary>The first element, or the closing bracket.</summary>
    FirstElement,

    /// <summary>An element.</summary>
    Element,

    /// <summary>The rest of an element.</summary>
    InElement,

    /// <summary>A comma or the closing bracket.</summary>
    Separator,

    /// <summary>Nothing but white space.</summary>
    End,
}
