using System.Runtime.InteropServices;
using FinancialFirewall.Domain.Lists;
using FinancialFirewall.Domain.Results;

namespace FinancialFirewall.Gateway.Lists;

/// <summary>What stands on a line of an import.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Entry">The entry; null where there is none.</param>
/// <param name="Errors">Why there is none.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ListLine(long Line, ListEntry? Entry, IReadOnlyList<Error> Errors);
