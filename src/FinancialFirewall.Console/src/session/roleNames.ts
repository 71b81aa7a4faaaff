const names: Readonly<Record<string, string>> = {
  OWNER: 'Owner',
  RISK_MANAGER: 'Risk manager',
  ANALYST: 'Analyst',
  AUDITOR: 'Auditor',
  OPERATOR: 'Operator',
  SERVICE: 'Service',
};

/** What people call a role. */
export const roleName = (role: string): string => names[role] ?? role;
