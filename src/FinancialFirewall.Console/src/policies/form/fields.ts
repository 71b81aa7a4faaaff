import { valueAt, type JsonObject, type Path } from './document';

interface Named {
  readonly path: Path;
  readonly label: string;
  /** What it means, in a sentence. */
  readonly hint?: string;
  /** What holds where nothing is stated. */
  readonly usual?: string;
  /** Whether it is shown only where it is stated: another spelling of a member that has a field of its own. */
  readonly isRare?: boolean;
  /** What another member has to say for it to mean anything; it is shown then, and where it is stated. */
  readonly goesWith?: { readonly path: Path; readonly values: readonly string[] };
}

/** A member of a configuration, and how it is written. */
export type Field = Named &
  (
    | { readonly kind: 'TEXT' | 'PARAGRAPH'; readonly longest: number }
    | { readonly kind: 'NUMBER'; readonly from: number; readonly to: number; readonly decimals: number; readonly unit?: string }
    | { readonly kind: 'AMOUNT' }
    | { readonly kind: 'SWITCH'; readonly isUsual: boolean }
    | { readonly kind: 'CHOICE'; readonly options: readonly (readonly [value: string, title: string])[] }
    | { readonly kind: 'TEXTS'; readonly most: number; readonly example: string }
    | { readonly kind: 'DAYS' }
    | { readonly kind: 'ZONE' }
    | { readonly kind: 'SECRET' }
    | { readonly kind: 'HEADERS' }
    | { readonly kind: 'TEMPLATE' }
    | { readonly kind: 'MAPPING' }
  );

/** Fields that belong together. */
export interface Group {
  readonly title?: string;
  readonly text?: string;
  readonly fields: readonly Field[];
}

/** What is shown at once. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly groups: readonly Group[];
  /** What is no field of a table: a list of rules, the criteria. */
  readonly special?: 'CUSTOM_RULES' | 'CRITERIA';
}

type Rest = Pick<Named, 'hint' | 'usual' | 'isRare' | 'goesWith'>;

const named = (path: string, label: string, rest: Rest = {}): Named => ({ path: path.split('.'), label, ...rest });

/** A line of text. */
export const text = (path: string, label: string, longest: number, rest?: Rest): Field => ({ ...named(path, label, rest), kind: 'TEXT', longest });

/** A whole number. */
export const whole = (path: string, label: string, from: number, to: number, rest?: Rest & { unit?: string }): Field => ({ ...named(path, label, rest), kind: 'NUMBER', from, to, decimals: 0, ...(rest?.unit ? { unit: rest.unit } : {}) });

/** A score or a weight, 0 to 1. */
export const score = (path: string, label: string, rest?: Rest): Field => ({ ...named(path, label, rest), kind: 'NUMBER', from: 0, to: 1, decimals: 4 });

/** An amount in the base currency, or one for each of some currencies. */
export const amount = (path: string, label: string, rest?: Rest): Field => ({ ...named(path, label, rest), kind: 'AMOUNT' });

/** Something that is so or not. */
export const truth = (path: string, label: string, isUsual: boolean, hint?: string): Field => ({ ...named(path, label, hint ? { hint } : {}), kind: 'SWITCH', isUsual });

/** One of a few. */
export const choice = (path: string, label: string, options: readonly (readonly [string, string])[], rest?: Rest): Field => ({ ...named(path, label, rest), kind: 'CHOICE', options });

/** Texts, one a line. */
export const texts = (path: string, label: string, most: number, example: string, rest?: Rest): Field => ({ ...named(path, label, rest), kind: 'TEXTS', most, example });

/** A field of a kind that needs nothing else to be known. */
export const plain = (kind: 'DAYS' | 'ZONE' | 'SECRET' | 'HEADERS' | 'TEMPLATE' | 'MAPPING', path: string, label: string, rest?: Rest): Field => ({ ...named(path, label, rest), kind }) as Field;

/** A bound that nobody comes near, and is therefore not told. */
const boundless = 2_147_483_647;

const counted = new Intl.NumberFormat('en-GB');

/** What is said below a field: what it means, within which bounds, and what holds where nothing is stated. */
export function hintOf(field: Field): string {
  const bounds = field.kind === 'NUMBER' ? boundsOf(field) : field.kind === 'TEXTS' ? `At most ${counted.format(field.most)}, one a line, such as ${field.example}.` : '';
  return [field.hint, bounds, field.usual && `${field.usual} unless stated.`].filter(Boolean).join(' ');
}

function boundsOf({ from, to, decimals, unit }: Field & { kind: 'NUMBER' }): string {
  const words = to >= boundless ? `${counted.format(from)} or more` : `${counted.format(from)} to ${counted.format(to)}`;
  return `${words}${unit ? ` ${unit}` : ''}${decimals > 0 ? `, at most ${decimals} decimals` : ''}.`;
}

/** Whether a field is shown, by what the document says. */
export const isShown = (field: Field, document: JsonObject): boolean => {
  const { isRare, goesWith } = field;
  return valueAt(document, field.path) !== undefined || (!isRare && (!goesWith || goesWith.values.includes(String((valueAt(document, goesWith.path) ?? '') as string))));
};
