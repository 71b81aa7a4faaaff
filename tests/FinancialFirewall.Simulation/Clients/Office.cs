namespace FinancialFirewall.Simulation.Clients;

/// <summary>The people at one client who work beside its payments.</summary>
internal sealed record Office(Reviewer Reviewer, ListKeeper Lists, Drafter Drafter);
