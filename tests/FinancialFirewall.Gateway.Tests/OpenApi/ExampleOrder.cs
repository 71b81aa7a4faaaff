namespace FinancialFirewall.Gateway.Tests.OpenApi;

/// <summary>The order in which the examples of the document are sent to a new firewall, one after the other.</summary>
internal static class ExampleOrder
{
    private static readonly (string Caller, string Operations)[] Table =
    [
        ("owner", "assessPayment assessBatch findAssessment findAssessmentByReference detectFraud listAssessments listManualReviews listHighRisk listCriticalRisk"),
        ("owner", "startBacktest listBacktests findBacktest cancelBacktest previewPolicy askWhatIf"),
        ("owner", "createKey listReviews countReviews findReview claimReview noteReview releaseReview reassignReview"),
        ("second", "releaseReview"),
        ("owner", "retryAssessment decideAssessment decideReview cancelAssessment reportOutcome exportPerson erasePerson"),
        ("owner", "createToggle listToggles listEffectiveToggles scheduleToggle listFutureToggles listExpiredToggles listTenantToggles findToggle checkToggle"),
        ("owner", "replaceToggle"),
        ("owner", "disableCheck enableCheck toggleCheck countToggles refreshToggles deleteToggle"),
        ("owner", "createConfiguration listConfigurations listActiveConfigurations checkConfiguration findConfiguration replaceConfiguration deleteConfiguration"),
        ("owner", "createDraft listDrafts findDraft describeDraft addDraftConfiguration replaceDraftConfiguration compareDraft validateDraft startShadow findShadow endShadow deleteDraftConfiguration"),
        ("owner", "rebaseDraft"),
        ("owner", "submitDraft withdrawDraft submitDraft"),
        ("second", "rejectDraft"),
        ("owner", "replaceDraftDocument readDraftDocument publishDraft createDraft addDraftConfiguration submitDraft"),
        ("second", "approveDraft"),
        ("owner", "createDraft discardDraft"),
        ("owner", "readPolicy replacePolicyDocument readPolicyDocument validatePolicy listPolicyVersions findPolicyVersion readPolicyVersionDocument"),
        ("owner", "comparePolicyVersions restorePolicyVersion"),
        ("owner", "createList listLists findList replaceList addEntries listEntries removeEntry removeEntries importList listImports findImport exportList cancelImport"),
        ("owner", "deleteList"),
        ("owner", "inviteUser"),
        ("nobody", "acceptInvitation"),
        ("person", "signIn readSession readOwnUser listOwnSessions offerSecondFactor confirmSecondFactor renewRecoveryCodes removeSecondFactor endOwnSession signIn"),
        ("person", "endOtherSessions offerSecondFactor confirmSecondFactor changeOwnPassword signOut"),
        ("owner", "listUsers findUser changeUser lockUser unlockUser issueUserLink resetSecondFactor endUserSessions removeUser"),
        ("nobody", "setUpOwner readSetUpPage readInvitationPage"),
        ("owner", "listTenants findTenant configureTenant"),
        ("operator", "createTenant createTenantKey suspendTenant resumeTenant closeTenant"),
        ("owner", "listKeys findKey rotateKey revokeKey listAuditEntries exportAudit verifyAudit"),
        ("nobody", "readLiveness readReadiness readMetrics"),
        ("owner", "queryGraphByAddress queryGraph"),
        ("owner", "readDescription"),
        ("nobody", "readDescriptionPage"),
    ];

    /// <summary>
    /// Each step: who asks, and what. <c>owner</c> and <c>operator</c> have the first keys of their tenants, <c>second</c> the key that an example makes, <c>person</c> the session that one
    /// begins, and <c>nobody</c> has nothing.
    /// </summary>
    public static IReadOnlyList<(string Caller, string Operation)> Steps { get; }
        = [.. Table.SelectMany(static row => row.Operations.Split(' ').Select(operation => (row.Caller, operation)))];
}
