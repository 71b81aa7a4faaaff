using FinancialFirewall.Grains.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace FinancialFirewall.Gateway.Sessions;

/// <summary>Registers signing in.</summary>
internal static class SessionServiceCollectionExtensions
{
    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services.Configure<PasswordHasherOptions>(static hasher => hasher.IterationCount = Passwords.Iterations);
        return services
            .AddSingleton<IPasswordHasher<UserCredentials>, PasswordHasher<UserCredentials>>()
            .AddSingleton<Passwords>()
            .AddSingleton<PasswordCheck>()
            .AddSingleton<OwnPassword>()
            .AddSingleton<SessionEndpoint>()
            .AddSingleton<OwnEndpoint>()
            .AddSingleton<FactorEndpoint>()
            .AddSingleton<LinkEndpoint>();
    }
}
