using FinancialFirewall.Gateway.Graph;
using GraphQL.Server.Limits;
using GraphQL.Server.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FinancialFirewall.Gateway.GraphServing;

/// <summary>Makes the one engine of the process. Its fields need what is opened when the host starts.</summary>
internal sealed partial class GraphEngineSource
{
    /// <summary>What one operation may cost: a page of 500 with nearly everything in it.</summary>
    private const int MaximumComplexity = 25_000;

    private readonly Lazy<GraphQLEngine> engine;
    private readonly ILogger<GraphEngineSource> logger;

    public GraphEngineSource(IServiceProvider services, ILogger<GraphEngineSource> logger)
    {
        this.logger = logger;
        engine = new Lazy<GraphQLEngine>(() => Create(services));
    }

    /// <summary>The engine.</summary>
    /// <exception cref="InvalidOperationException">The schema and its resolvers do not belong together.</exception>
    public GraphQLEngine Engine => engine.Value;

    private GraphQLEngine Create(IServiceProvider services)
    {
        var options = new EngineOptions
        {
            Limits = new DocumentLimits { MaxComplexity = MaximumComplexity },
            OnFailure = (failure, field) => LogFailed(failure, field.ToString()),
        };
        return new GraphQLEngine(GraphSchema.Bind(GraphSchema.Read(), services.GetServices<IGraphFields>()), options, services.GetRequiredService<TimeProvider>());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Field} failed.")]
    private partial void LogFailed(Exception failure, string field);
}
