/** What a new configuration begins with. */
export const newConfiguration = {
  configurationName: 'New configuration',
  paymentSource: 'BOTH',
  riskAssessmentType: 'REAL_TIME',
  isEnabled: false,
  priority: 100,
  riskRules: { amountRules: { highAmountThreshold: 10_000 } },
};

/** A text as the JSON object that it is, or what is wrong with it. */
export function parseDocument(text: string): { readonly value: object } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { value } : { problem: 'A configuration is one JSON object.' };
  } catch (error) {
    return { problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
