using FinancialFirewall.Host.CommandLine;

return await FirewallCommand.InvokeAsync(args);
