using System.Runtime.InteropServices;

namespace GraphQL.Server.Requests;

/// <summary>What of an event is answered alike.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Variables">The variables that the answer depends on, as they were sent.</param>
/// <param name="Audience">For whom it is.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ShareKey(PreparedOperation Operation, string Variables, object Audience);
