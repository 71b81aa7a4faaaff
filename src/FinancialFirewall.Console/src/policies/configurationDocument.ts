/** A part of a configuration that belongs together: a rule family, the criteria, the thresholds. */
export interface Section {
  readonly name: string;
  readonly members: readonly (readonly [name: string, value: unknown])[];
  /** Whether it is what people look for first. */
  readonly isLeading: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const membersOf = (value: Record<string, unknown>): [string, unknown][] => Object.entries(value).filter(([, one]) => one !== null && !(Array.isArray(one) && one.length === 0));

/** The parts of a configuration's document, rule families first, each by itself. What has no members is left out. */
export function sectionsOf(document: unknown): Section[] {
  if (!isObject(document)) {
    return [];
  }

  const rules = isObject(document.riskRules) ? Object.entries(document.riskRules) : [];
  const others = Object.entries(document).filter(([name]) => name !== 'riskRules');
  return [...rules, ...others].flatMap(([name, value]) => {
    const members = isObject(value) ? membersOf(value) : Array.isArray(value) && value.length > 0 && isObject(value[0]) ? value.map((one, i) => [nameOf(one, i), one] as [string, unknown]) : [];
    return members.length > 0 ? [{ name, members, isLeading: name === 'thresholds' || name === 'decisionCriteria' }] : [];
  });
}

const nameOf = (value: unknown, index: number): string => (isObject(value) && typeof value.name === 'string' ? value.name : `number ${index + 1}`);

/** A value as it is shown: words where there are some, code where not. */
export function valueInWords(value: unknown): { text: string; isCode: boolean } {
  if (typeof value === 'boolean') {
    return { text: value ? 'yes' : 'no', isCode: false };
  }

  if (Array.isArray(value) && value.every((one) => !isObject(one))) {
    return { text: value.map(String).join(', '), isCode: false };
  }

  return typeof value === 'object' ? { text: JSON.stringify(value, null, 2), isCode: true } : { text: String(value as string | number), isCode: false };
}
