using System.Buffers;
using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Gateway.Bodies;

namespace FinancialFirewall.Gateway.Tests.Bodies;

/// <summary>Feeds readers in pieces and writes down what they find.</summary>
internal static class BodyFeeding
{
    /// <summary>Everything a reader finds: bodies as they are, refusals as <c>!CODE</c>, the end of what can be read as <c>!!CODE</c>.</summary>
    public static List<string> Read(IBodyReader reader, ReadOnlySpan<byte> input, int piece)
    {
        var found = new List<string>();
        for (var at = 0; at < input.Length; at += piece)
        {
            reader.Feed(new ReadOnlySequence<byte>(input.Slice(at, Math.Min(piece, input.Length - at)).ToArray()));
            if (!TakeAll(reader, found, input.Length))
            {
                return found;
            }
        }

        reader.Complete();
        TakeAll(reader, found, input.Length);
        return found;
    }

    /// <summary>Everything a reader finds in a text that arrives at once.</summary>
    public static List<string> Read(IBodyReader reader, string input) => Read(reader, Encoding.UTF8.GetBytes(input), Math.Max(1, Encoding.UTF8.GetByteCount(input)));

    /// <summary>The errors of the first thing in a text that is refused.</summary>
    public static IReadOnlyList<Error> FirstErrors(IBodyReader reader, string input)
    {
        reader.Feed(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(input)));
        reader.Complete();
        while (reader.TryTake() is var outcome && outcome != BodyOutcome.None)
        {
            if (outcome != BodyOutcome.Body)
            {
                return reader.Errors;
            }
        }

        return [];
    }

    /// <summary>Takes what is whole. Each thing that is found uses up at least a byte, but for the end: a reader that finds more never ends.</summary>
    private static bool TakeAll(IBodyReader reader, List<string> found, int inputLength)
    {
        while (true)
        {
            Assert.True(found.Count <= inputLength + 1, "The reader finds more than there is.");
            switch (reader.TryTake())
            {
                case BodyOutcome.None:
                    return true;
                case BodyOutcome.Body:
                    found.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.Place.Line}:{Encoding.UTF8.GetString(reader.Body.Span)}"));
                    break;
                case BodyOutcome.Refused:
                    found.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.Place.Line}:!{reader.Errors[0].Code}"));
                    break;
                default:
                    found.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.Place.Line}:!!{reader.Errors[0].Code}"));
                    return false;
            }
        }
    }
}
