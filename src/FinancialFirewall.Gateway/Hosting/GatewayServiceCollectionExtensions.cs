using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Assessments;
using FinancialFirewall.Gateway.Audit;
using FinancialFirewall.Gateway.Authentication;
using FinancialFirewall.Gateway.Backtests;
using FinancialFirewall.Gateway.Batches;
using FinancialFirewall.Gateway.Configurations;
using FinancialFirewall.Gateway.Drafts;
using FinancialFirewall.Gateway.GraphServing;
using FinancialFirewall.Gateway.Health;
using FinancialFirewall.Gateway.Keys;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Gateway.Lists;
using FinancialFirewall.Gateway.Metrics;
using FinancialFirewall.Gateway.OpenApi;
using FinancialFirewall.Gateway.Outcomes;
using FinancialFirewall.Gateway.Pages;
using FinancialFirewall.Gateway.Policies;
using FinancialFirewall.Gateway.Privacy;
using FinancialFirewall.Gateway.Queries;
using FinancialFirewall.Gateway.Reviews;
using FinancialFirewall.Gateway.Sessions;
using FinancialFirewall.Gateway.Tenants;
using FinancialFirewall.Gateway.Toggles;
using FinancialFirewall.Gateway.Users;
using FinancialFirewall.Grains.Assessments;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Hosting;

/// <summary>Registers what the gateway needs beside the grains.</summary>
public static class GatewayServiceCollectionExtensions
{
    /// <summary>Registers the deciding of payment streams alone, without a server.</summary>
    public static IServiceCollection AddBatchStreams(this IServiceCollection services, GatewayLimits limits)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(limits);
        services.TryAddSingleton<AnswerRenderer>();
        services.TryAddSingleton<PersonExport>();
        services.TryAddSingleton<BatchStream>();
        return services;
    }

    /// <summary>Registers the whole gateway and states the server's limits.</summary>
    public static IServiceCollection AddGateway(this IServiceCollection services, GatewayLimits limits)
    {
        services.AddBatchStreams(limits);
        services.AddLimits(limits);
        services.AddRouting();
        services.Configure<KestrelServerOptions>(options => KestrelLimits.Apply(options, limits));
        services.AddSingleton<CallerAdmission>();
        services.AddSingleton<JournalHealth>();
        services.AddSingleton<AssessmentMetrics>();
        services.AddSingleton<MetricsReport>();
        services.AddSingleton<PaymentAssessor>();
        services.AddSingleton<AssessEndpoint>();
        services.AddSingleton<AssessBatchEndpoint>();
        services.TryAddSingleton<IAssessmentFinder>(static provider => provider.GetRequiredService<AssessmentRouter>());
        services.AddSingleton<FindAssessmentEndpoint>();
        services.AddSingleton<CancelledAssessments>();
        services.AddSingleton<AssessmentLister>();
        services.AddSingleton<ListAssessmentsEndpoint>();
        services.AddSingleton<DetectFraudEndpoint>();
        services.AddPersons();
        services.AddToggles();
        services.AddReviews();
        services.AddSingleton<OutcomesEndpoint>();
        services.AddConfigurations();
        services.AddPolicies();
        services.AddDrafts();
        services.AddBacktests();
        services.AddLists();
        services.AddSingleton<KeysEndpoint>();
        services.AddSingleton<UsersEndpoint>();
        services.AddSessions();
        services.AddSingleton<AuditEndpoint>();
        services.AddSingleton<TenantAdministration>();
        services.AddSingleton<TenantsEndpoint>();
        services.AddSingleton<CreateTenantEndpoint>();
        services.AddGraph();
        services.TryAddSingleton(PageFiles.None);
        services.AddSingleton<OpenApiEndpoint>();
        return services;
    }
}
