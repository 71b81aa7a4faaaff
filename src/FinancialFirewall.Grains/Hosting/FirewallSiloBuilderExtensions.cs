using FinancialFirewall.Grains.Assessments;
using FinancialFirewall.Grains.Audit;
using FinancialFirewall.Grains.Backtests;
using FinancialFirewall.Grains.Configurations;
using FinancialFirewall.Grains.Drafts;
using FinancialFirewall.Grains.Keys;
using FinancialFirewall.Grains.Lists;
using FinancialFirewall.Grains.Policies;
using FinancialFirewall.Grains.Privacy;
using FinancialFirewall.Grains.Provisioning;
using FinancialFirewall.Grains.Publishing;
using FinancialFirewall.Grains.Retention;
using FinancialFirewall.Grains.Reviews;
using FinancialFirewall.Grains.Shadows;
using FinancialFirewall.Grains.Tenants;
using FinancialFirewall.Grains.Toggles;
using FinancialFirewall.Grains.Trials;
using FinancialFirewall.Grains.Users;
using FinancialFirewall.Storage.Directories;
using FinancialFirewall.Storage.Feeds;
using FinancialFirewall.Storage.Journals;
using FinancialFirewall.Storage.References;
using FinancialFirewall.Storage.States;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;

namespace FinancialFirewall.Grains.Hosting;

/// <summary>Puts the firewall's grains into a silo.</summary>
public static class FirewallSiloBuilderExtensions
{
    /// <summary>
    /// Adds what the grains need, their storage, and the filter that keeps tenants apart. Expects a <see cref="FirewallStatus"/>, an
    /// <see cref="ISecretSource"/> and a <see cref="TimeProvider"/> among the services.
    /// </summary>
    public static ISiloBuilder AddFirewallGrains(this ISiloBuilder builder)
    {
        builder.Services
            .AddSingleton<IJournal>(provider => Opened(provider).Journal)
            .AddSingleton<IReferenceIndex>(provider => Opened(provider).References)
            .AddSingleton(provider => Opened(provider).Assessments)
            .AddSingleton(provider => Opened(provider).Persons)
            .AddSingleton(provider => Opened(provider).Retention)
            .AddSingleton<IStateStore>(provider => Opened(provider).States)
            .AddSingleton(provider => Opened(provider).Snapshots)
            .AddSingleton<AuditLog>()
            .AddSingleton<AuditReader>()
            .AddSingleton<PolicyStore>()
            .AddSingleton<ListStore>()
            .AddSingleton<ListContents>()
            .AddSingleton<PolicyCatalog>()
            .AddSingleton<PolicyPlaces>()
            .AddSingleton<PolicyFeed>()
            .AddSingleton<RecordFeed>()
            .AddSingleton<PolicyPublisher>()
            .AddSingleton<PartitionSnapshots>()
            .AddSingleton<PartitionRecovery>()
            .AddSingleton<StoredFollowUps>()
            .AddSingleton<ReviewAssignees>()
            .AddSingleton<TenantReviews>()
            .AddSingleton<OutcomeReports>()
            .AddSingleton<ReviewQueue>()
            .AddSingleton<KeyBackfill>()
            .AddSingleton<AssessmentRouter>()
            .AddSingleton<AuthenticatedKeys>()
            .AddSingleton<TenantDirectory>()
            .AddSingleton<TenantRegistry>()
            .AddSingleton<UserRegistry>()
            .AddSingleton<SessionRegistry>()
            .AddSingleton<PersonEraser>()
            .AddSingleton<TenantToggles>()
            .AddSingleton<TenantConfigurations>()
            .AddSingleton<PolicyVersions>()
            .AddSingleton<PolicyCheck>()
            .AddSingleton<DraftStore>()
            .AddSingleton<TenantDrafts>()
            .AddSingleton<ShadowRoom>()
            .AddSingleton<TenantShadows>()
            .AddSingleton<ChosenPolicies>()
            .AddSingleton<WhatIfThresholds>()
            .AddSingleton<TrialRoom>()
            .AddSingleton<PolicyPreviews>()
            .AddSingleton<WhatIfs>()
            .AddSingleton<BacktestRoom>()
            .AddSingleton<BacktestStore>()
            .AddSingleton<TenantBacktests>()
            .AddSingleton<TenantLists>()
            .AddSingleton<TenantProvisioner>()
            .AddSingleton<RetentionKeeper>();
        return builder
            .AddGrainStorage(StorageNames.Control, (services, _) => new StateGrainStorage(services.GetRequiredService<IStateStore>(), services.GetRequiredService<AuditLog>()))
            .AddIncomingGrainCallFilter<TenantIsolationFilter>()
            .AddOutgoingGrainCallFilter<TenantIsolationFilter>();
    }

    private static DataDirectory Opened(IServiceProvider provider) => provider.GetRequiredService<FirewallStatus>().Storage;
}
