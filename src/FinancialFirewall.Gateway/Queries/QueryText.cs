using System.Globalization;
using System.Text;
using FinancialFirewall.Domain.Payments;
using FinancialFirewall.Domain.Results;
using FinancialFirewall.Domain.Time;
using FinancialFirewall.Gateway.Problems;
using Microsoft.AspNetCore.Http;

namespace FinancialFirewall.Gateway.Queries;

/// <summary>Reads the members of a query string and collects what is wrong with them. An empty member counts as absent.</summary>
internal sealed class QueryText(IQueryCollection members)
{
    private readonly List<Error> errors = [];

    /// <summary>What is wrong, in the order of reading.</summary>
    public IReadOnlyList<Error> Errors => errors;

    /// <summary>Refuses members that are not among <paramref name="known"/>: a filter that is misspelt must not let everything through.</summary>
    public void DemandKnown(IReadOnlyCollection<string> known)
    {
        foreach (var name in members.Keys.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            errors.Add(RequestErrors.QueryUnknown(name, known));
        }
    }

    /// <summary>A member as it is; <see langword="null"/> where it is absent.</summary>
    public string? Text(string name)
    {
        var values = members[name];
        if (values.Count > 1)
        {
            errors.Add(RequestErrors.QueryInvalid(name, values.ToString(), "once"));
        }

        return values is [{ Length: > 0 } first, ..] ? first : null;
    }

    /// <summary>A whole number in a range; <see langword="null"/> where it is absent or refused.</summary>
    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(RequestErrors.QueryInvalid(name, text, string.Create(CultureInfo.InvariantCulture, $"as a whole number from {least} to {most}")));
        return null;
    }

    /// <summary>A time; <see langword="null"/> where it is absent or refused.</summary>
    public Instant? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var time))
        {
            return time;
        }

        errors.Add(RequestErrors.QueryInvalid(name, text, "as a time of RFC 3339 such as 2026-11-21T10:15:00Z, with + written as %2B"));
        return null;
    }

    /// <summary>A UUID; <see langword="null"/> where it is absent or refused.</summary>
    public Guid? Id(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        errors.Add(RequestErrors.QueryInvalid(name, text, "as a UUID"));
        return null;
    }

    /// <summary>The values of a member that has names, given several times, or once with commas; empty where it is absent.</summary>
    public IReadOnlyList<T> Values<T>(string name, IReadOnlyDictionary<string, T> names)
    {
        var found = new List<T>();
        foreach (var text in members[name].SelectMany(static value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (names.TryGetValue(text, out var value))
            {
                found.Add(value);
            }
            else
            {
                errors.Add(RequestErrors.QueryInvalid(name, text, $"as {string.Join(", ", names.Keys)}"));
            }
        }

        return found;
    }

    /// <summary>Adds what somebody else found wrong.</summary>
    public void Add(IEnumerable<Error> others) => errors.AddRange(others);
}
