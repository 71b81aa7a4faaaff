namespace FinancialFirewall.Domain.Access;

/// <summary>What somebody is in a tenant; a key or a person has one role or several. The numbers are kept on disk.</summary>
[Flags]
public enum Roles : byte
{
    /// <summary>Nothing: whoever has no role may do nothing.</summary>
    None = 0,

    /// <summary>Answers for the tenant: its settings, keys, people and persons; reads and changes everything, and submits no payments.</summary>
    Owner = 1,

    /// <summary>Answers for what decides: rules and toggles.</summary>
    RiskManager = 2,

    /// <summary>Works on decisions: reads, reviews.</summary>
    Analyst = 4,

    /// <summary>Reads everything, the audit log included, and changes nothing.</summary>
    Auditor = 8,

    /// <summary>Keeps the machine going: health, agreement of partitions.</summary>
    Operator = 16,

    /// <summary>A program that submits payments and asks for their answers.</summary>
    Service = 32,
}
