namespace FinancialFirewall.Grains.Reviews;

/// <summary>Somebody to whom an assessment can be given.</summary>
/// <param name="Actor">Who, as follow-ups name actors: USER/ or KEY/ and an id.</param>
/// <param name="Name">What people call the person, or what the key is for.</param>
public sealed record ReviewAssignee(string Actor, string Name);
