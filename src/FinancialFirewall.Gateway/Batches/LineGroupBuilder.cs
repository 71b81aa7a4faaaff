using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Answers;
using FinancialFirewall.Gateway.Bodies;
using FinancialFirewall.Gateway.Limits;
using FinancialFirewall.Grains.Assessments;

namespace FinancialFirewall.Gateway.Batches;

/// <summary>Reads bodies into groups of packed payments. One instance serves one input, and keeps what it needs between bodies and groups.</summary>
/// <param name="bodies">The input.</param>
/// <param name="cards">Makes the tokens of the tenant that sent it.</param>
/// <param name="clock">Where the time of assessment comes from.</param>
/// <param name="keepsSources">Whether what is refused is kept until it is answered.</param>
/// <param name="limits">How large a body and a group may be.</param>
internal sealed class LineGroupBuilder(IBodyReader bodies, CardTokenizer cards, AssessmentClock clock, bool keepsSources, GatewayLimits limits)
{
    private const int UsualBufferBytes = 64 * 1024;

    private readonly PaymentReader reader = new(new PaymentReaderOptions
    {
        MaximumBodyBytes = limits.MaximumLineBytes,
        RefusesFuture = clock == AssessmentClock.Partition,
    });

    private readonly List<LineEntry> lines = [];
    private readonly List<int> starts = [];
    private readonly PooledBuffer payments = new(UsualBufferBytes);
    private long bodyBytes;

    /// <summary>Whether there is nothing to decide or to answer.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Whether the next body belongs to the next group.</summary>
    public bool IsFull => starts.Count == PaymentBatch.MaximumCount || lines.Count == PaymentBatch.MaximumCount || bodyBytes >= limits.MaximumGroupBytes;

    /// <summary>Takes the next body of the input into the group.</summary>
    public BodyOutcome Take(Instant arrivedAt)
    {
        var outcome = bodies.TryTake();
        switch (outcome)
        {
            case BodyOutcome.Body:
                Read(arrivedAt);
                break;
            case BodyOutcome.Refused or BodyOutcome.Broken:
                lines.Add(new LineEntry(bodies.Place, bodies.Errors, Source()));
                break;
        }

        return outcome;
    }

    /// <summary>Answers what comes next with an error instead of reading it.</summary>
    public void Refuse(Error error) => lines.Add(new LineEntry(new BodyPlace(bodies.NextLine), [error]));

    /// <summary>Hands over the group and begins the next.</summary>
    public LineGroup Take()
    {
        var group = LineGroup.Of(lines, new PaymentBatch(payments.Detach(), [.. starts], clock));
        lines.Clear();
        starts.Clear();
        bodyBytes = 0;
        return group;
    }

    private void Read(Instant arrivedAt)
    {
        bodyBytes += bodies.Body.Length;
        var start = payments.Length;
        if (reader.TryRead(bodies.Body.Span, cards, arrivedAt, payments, out var errors))
        {
            starts.Add(start);
            lines.Add(new LineEntry(bodies.Place, Errors: null));
        }
        else
        {
            lines.Add(new LineEntry(bodies.Place, Placed(errors), Source()));
        }
    }

    private List<Error> Placed(IReadOnlyList<Error> errors)
        => [.. errors.Select(error => error with { Place = bodies.Describe(bodies.Place, error.Member) })];

    private ReadOnlyMemory<byte> Source() => keepsSources ? bodies.Body.ToArray() : default;
}
