namespace FinancialFirewall.Domain.Access;

/// <summary>What an endpoint lets somebody do. Each endpoint demands exactly one; <see cref="PermissionTable"/> says who has it.</summary>
public enum Permission
{
    /// <summary>Submit payments to be decided.</summary>
    AssessPayments,

    /// <summary>Find the answer of a payment by its id or its reference.</summary>
    FindAssessments,

    /// <summary>List and search assessments.</summary>
    ListAssessments,

    /// <summary>Decide, cancel, retry, claim and annotate assessments that wait for a person.</summary>
    ReviewAssessments,

    /// <summary>Give an assessment that waits to somebody else, whoever has it.</summary>
    AssignReviews,

    /// <summary>Report what became of payments.</summary>
    ReportOutcomes,

    /// <summary>Ask whether the fraud check is on for a context.</summary>
    CheckToggles,

    /// <summary>List toggles and count them.</summary>
    ReadToggles,

    /// <summary>Create, change, switch and delete toggles.</summary>
    ChangeToggles,

    /// <summary>Create, change and delete configurations; publish, restore and draft policies; approve what somebody else drafted.</summary>
    ChangeConfigurations,

    /// <summary>List lists, search their entries and export them.</summary>
    ReadLists,

    /// <summary>Create, change and delete lists, and add, remove and import entries.</summary>
    ChangeLists,

    /// <summary>Have every partition asked which policy version it decides by.</summary>
    RefreshPolicies,

    /// <summary>See what is kept of a person.</summary>
    ExportPersons,

    /// <summary>Destroy what is kept of a person.</summary>
    ErasePersons,

    /// <summary>See which API keys there are, and never the keys themselves.</summary>
    ReadKeys,

    /// <summary>Make, replace and end API keys.</summary>
    ManageKeys,

    /// <summary>See who the people of the tenant are.</summary>
    ReadUsers,

    /// <summary>Invite, change, lock and remove people.</summary>
    ManageUsers,

    /// <summary>Act for oneself: one's own sessions, password and second factor. It takes a session; programs have none.</summary>
    UseSession,

    /// <summary>Search, export and prove the audit log.</summary>
    ReadAudit,

    /// <summary>See one's tenant; the operator sees all of them.</summary>
    ReadTenants,

    /// <summary>Change the settings of one's tenant; the operator those of all.</summary>
    ConfigureTenants,

    /// <summary>Create, suspend, resume and close tenants, and give them a first key: the operator's alone.</summary>
    ManageTenants,

    /// <summary>See the policy: what is in force, earlier versions, drafts.</summary>
    ReadPolicies,

    /// <summary>See what other policies would have decided: backtests, previews, one assessment again.</summary>
    TryPolicies,

    /// <summary>See the schema of the GraphQL interface by introspection.</summary>
    ReadSchema,
}
