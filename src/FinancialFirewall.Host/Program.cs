using FinancialFirewall.Host;

return await FirewallCommand.InvokeAsync(args);
