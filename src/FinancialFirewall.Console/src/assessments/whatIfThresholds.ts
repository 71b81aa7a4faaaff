import { decisionSections } from '../policies/form/decisionSections';
import { put, valueAt, type JsonObject, type Path } from '../policies/form/document';
import { readNumber, spellNumber } from '../policies/form/typed';

/** A threshold that can be asked about. */
export interface Threshold {
  /** Its place in `thresholds`, as the firewall names it: `rejectThreshold`, `levels/high`. */
  readonly name: string;
  readonly label: string;
  /** Its place in a configuration. */
  readonly path: Path;
  /** What holds where it is not stated. */
  readonly usual: string;
}

/** Every threshold that can be asked about. */
export const thresholds: readonly Threshold[] = decisionSections
  .filter((section) => section.key === 'thresholds')
  .flatMap((section) => section.groups.flatMap((group) => group.fields))
  .filter((field) => field.kind === 'NUMBER')
  .map(({ path, label, usual = '' }) => ({ name: path.slice(1).join('/'), label, path, usual }));

/** What thresholds are to be, by their names; an empty text leaves one as it is. */
export type WantedThresholds = Readonly<Record<string, string>>;

/** The thresholds that are to be others, as the firewall is asked; null where none is. */
export function changedThresholds(wanted: WantedThresholds): JsonObject | null {
  const changed = Object.entries(wanted).reduce<JsonObject>((all, [name, text]) => put(all, name.split('/'), readNumber(text)), {});
  return Object.keys(changed).length > 0 ? changed : null;
}

/** What a threshold is in a configuration, as it is shown in an empty field. */
export function standsAt({ path, usual }: Threshold, configuration: JsonObject | undefined): string {
  if (!configuration) {
    return 'as it was';
  }

  const stated = valueAt(configuration, path);
  return stated === undefined ? `${usual.toLowerCase()}, as usual` : `${spellNumber(stated)} in force`;
}
