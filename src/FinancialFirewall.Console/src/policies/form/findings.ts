import { sectionOf, isWithin } from './sections';

/** Something that the firewall found in a configuration. */
export interface Finding {
  /** Where, as a JSON pointer into the configuration. */
  readonly member: string;
  readonly message: string;
  /** Whether it is allowed, and surely not meant. */
  readonly isWarning: boolean;
}

/** What was found at a place and inside it, the errors first. */
export const findingsAt = (findings: readonly Finding[], pointer: string): readonly Finding[] => ordered(findings.filter((one) => isWithin(one.member, pointer)));

/** What was found at a place itself and nowhere inside it, the errors first. */
export const findingsOn = (findings: readonly Finding[], pointer: string): readonly Finding[] => ordered(findings.filter((one) => one.member === pointer));

/** How many errors and warnings each section has, by its key. */
export function countBySection(findings: readonly Finding[]): ReadonlyMap<string, { readonly errors: number; readonly warnings: number }> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const finding of findings) {
    const key = sectionOf(finding.member)?.key ?? '';
    const count = counts.get(key) ?? { errors: 0, warnings: 0 };
    count[finding.isWarning ? 'warnings' : 'errors']++;
    counts.set(key, count);
  }

  return counts;
}

/** What belongs beside no field: it is about the configuration as a whole, or about a part that no field writes alone. */
export const findingsBesideNoField = (findings: readonly Finding[], places: readonly string[]): readonly Finding[] => findings.filter((one) => !places.some((place) => isWithin(one.member, place)));

const ordered = (findings: readonly Finding[]): readonly Finding[] => [...findings].sort((a, b) => Number(a.isWarning) - Number(b.isWarning));

/** What two looks found, each thing once. */
export const merged = (one: readonly Finding[], other: readonly Finding[]): readonly Finding[] => [...one, ...other.filter((added) => !one.some((told) => told.member === added.member && told.message === added.message))];
