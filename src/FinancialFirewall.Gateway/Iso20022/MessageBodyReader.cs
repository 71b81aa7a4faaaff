namespace FinancialFirewall.Gateway.Iso20022;
