using FinancialFirewall.Gateway.Sites;
using FinancialFirewall.Storage.Replication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Host.Sites;

/// <summary>Puts what a leader needs into an application.</summary>
internal static class LeaderBuilderExtensions
{
    /// <summary>Adds the leader, its service, and how it is seen.</summary>
    public static void AddLeader(this WebApplicationBuilder builder, LeaderSite leader, SiteSettings settings)
    {
        builder.Services.AddSingleton(leader);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(new SiteProbe(() => LeaderView.Of(leader.Report, settings.Options, leader.MayAnswer), () => leader.MayAnswer));
        builder.Services.AddSingleton<LeaderService>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<LeaderService>());
    }
}
