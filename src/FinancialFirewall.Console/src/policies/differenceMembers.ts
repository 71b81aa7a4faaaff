import { inSentence, inWords } from '../assessments/words';
import type { Difference } from './documents';
import { isObject, pointerOf, type Json } from './form/document';

/** A member that is not the same, as it is shown. */
export interface ShownMember {
  /** Where it stands, in words: `Risk rules › amount rules › high amount threshold`. */
  readonly place: string;
  /** As a JSON pointer; empty for the whole element. */
  readonly pointer: string;
  /** What it was; null where there was nothing. */
  readonly before: string | null;
  /** What it is; null where there is nothing. */
  readonly after: string | null;
}

/** What the server writes, and nobody changes on purpose. */
const ofTheServer = ['/id', '/createdAt', '/updatedAt'];

/** The members that differ, one by one: what came or went as a whole is taken apart. */
export const membersOf = (difference: Difference): readonly ShownMember[] =>
  difference.members
    .filter((member) => !ofTheServer.includes(member.pointer))
    .flatMap(({ pointer, before, after }) =>
      before === null
        ? partsOf(pointer, after as Json).map(([place, text]) => shown(place, null, text))
        : after === null
          ? partsOf(pointer, before as Json).map(([place, text]) => shown(place, text, null))
          : [shown(pointer, spelled(before as Json), spelled(after as Json))],
    );

const shown = (pointer: string, before: string | null, after: string | null): ShownMember => ({ place: placeInWords(pointer), pointer, before, after });

/** A value with its place, or its parts with theirs where it has any. */
function partsOf(pointer: string, value: Json): readonly (readonly [pointer: string, text: string])[] {
  const parts: readonly (readonly [string | number, Json])[] = isObject(value) ? Object.entries(value) : Array.isArray(value) && value.some((one) => typeof one === 'object') ? (value as readonly Json[]).map((one, i) => [i, one] as const) : [];
  return parts.length === 0 ? [[pointer, spelled(value)]] : parts.flatMap(([step, part]) => partsOf(`${pointer}${pointerOf([step])}`, part));
}

const spelled = (value: Json): string => (typeof value === 'string' ? value : Array.isArray(value) && value.every((one) => typeof one !== 'object') ? value.join(', ') : JSON.stringify(value));

/** A place in words. Positions in lists count from one; codes, such as those of currencies, stay. */
function placeInWords(pointer: string): string {
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps.map((step, i) => (/^\d+$/.test(step) ? String(Number(step) + 1) : /^[A-Z]+$/.test(step) ? step : i === 0 ? inWords(step) : inSentence(step))).join(' › ');
}
