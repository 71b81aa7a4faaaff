using FinancialFirewall.Gateway.Graph;
using FinancialFirewall.Gateway.GraphAssessments;
using FinancialFirewall.Gateway.GraphAudit;
using FinancialFirewall.Gateway.GraphBacktests;
using FinancialFirewall.Gateway.GraphConfigurations;
using FinancialFirewall.Gateway.GraphDrafts;
using FinancialFirewall.Gateway.GraphEvents;
using FinancialFirewall.Gateway.GraphKeys;
using FinancialFirewall.Gateway.GraphPersons;
using FinancialFirewall.Gateway.GraphPolicies;
using FinancialFirewall.Gateway.GraphReviews;
using FinancialFirewall.Gateway.GraphStatistics;
using FinancialFirewall.Gateway.GraphTenants;
using FinancialFirewall.Gateway.GraphToggles;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>Registers the fields of every feature.</summary>
internal static class GraphServiceCollectionExtensions
{
    public static IServiceCollection AddGraph(this IServiceCollection services) => services
        .AddSingleton<GraphEngineSource>()
        .AddHostedService<GraphStartup>()
        .AddSingleton<GraphCallers>()
        .AddSingleton<AssessmentNodes>()
        .AddSingleton<PolicyNodes>()
        .AddSingleton<PolicyAtWork>()
        .AddSingleton<IGraphFields, AssessmentQueries>()
        .AddSingleton<IGraphFields, AssessmentMutations>()
        .AddSingleton<IGraphFields, AssessmentEvents>()
        .AddSingleton<IGraphFields, AuditFields>()
        .AddSingleton<IGraphFields, BacktestFields>()
        .AddSingleton<IGraphFields, ConfigurationFields>()
        .AddSingleton<IGraphFields, DraftFields>()
        .AddSingleton<IGraphFields, KeyFields>()
        .AddSingleton<IGraphFields, PersonFields>()
        .AddSingleton<IGraphFields, PolicyEvents>()
        .AddSingleton<IGraphFields, PolicyFields>()
        .AddSingleton<IGraphFields, ReviewEvents>()
        .AddSingleton<IGraphFields, ReviewMutations>()
        .AddSingleton<IGraphFields, ReviewQueries>()
        .AddSingleton<IGraphFields, StatisticsFields>()
        .AddSingleton<IGraphFields, TenantFields>()
        .AddSingleton<IGraphFields, ToggleFields>()
        .AddSingleton<IGraphFields, VersionFields>()
        .AddSingleton<IGraphFields, WritingFields>();
}
