import type { Json } from './document';

/** The most digits that a number of a browser keeps exactly. */
const exactDigits = 15;

/** What a typed number means: nothing, the number, or the text as it is where it is none, so that the firewall says what would be right. */
export function readNumber(text: string): Json | undefined {
  const trimmed = text.trim();
  return trimmed === '' ? undefined : /^-?\d+(\.\d+)?$/.test(trimmed) && digitsOf(trimmed) <= exactDigits ? Number(trimmed) : trimmed;
}

/** What is wrong with a typed number that only a browser can tell; empty where nothing is. */
export const problemOfNumber = (text: string): string => (/^-?\d+(\.\d+)?$/.test(text.trim()) && digitsOf(text) > exactDigits ? `At most ${exactDigits} digits are kept exactly here.` : '');

const digitsOf = (text: string): number => text.replace(/[^\d]/g, '').replace(/^0+/, '').length;

/** A number, or what stands in its place, as it is typed. */
export const spellNumber = (value: Json | undefined): string => (value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : plain(value));

const plain = (value: Json): string => (typeof value === 'number' && Math.abs(value) < 1e15 && String(value).includes('e') ? value.toFixed(20).replace(/0+$/, '') : String(value));

/** Lines that mean something, one text each; nothing where there are none. */
export function readLines(text: string): readonly string[] | undefined {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  return lines.length === 0 ? undefined : lines;
}

/** Texts, one a line. */
export const spellLines = (value: Json | undefined): string => (Array.isArray(value) ? value.map(String).join('\n') : value === undefined ? '' : String(value as string));

/** JSON as it is typed; the text itself where it is none. */
export function readJson(text: string): Json | undefined {
  if (text.trim() === '') {
    return undefined;
  }

  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** JSON as it is read by people. */
export const spellJson = (value: Json | undefined): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** Names with values, in the order they are typed; a name that stands twice is told by `twice`. */
export type Rows = readonly (readonly [name: string, value: Json])[];

/** What rows mean: an object; nothing where none has a name. */
export function readRows(rows: Rows): Json | undefined {
  const named = rows.filter(([name]) => name.trim() !== '');
  return named.length === 0 ? undefined : Object.fromEntries(named.map(([name, value]) => [name.trim(), value]));
}

/** Names that stand in more than one row. */
export const twice = (rows: Rows): readonly string[] => rows.map(([name]) => name.trim()).filter((name, i, all) => name !== '' && all.indexOf(name) !== i);
