namespace FinancialFirewall.Gateway.Bodies;

/// <summary>Where a payment stands in its input.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Group">The part of the input that it belongs to, counted as the format counts; 0 where there are no parts.</param>
/// <param name="Index">Its number in that part, counted as the format counts; 0 where the line says it all.</param>
internal readonly record struct BodyPlace(long Line, int Group = 0, int Index = 0);
