/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Where something stands in a document: names of members and positions in lists. */
export type Path = readonly (string | number)[];

/** Whether a value is an object. */
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a place; undefined where nothing does. */
export function valueAt(document: Json | undefined, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const step of path) {
    value = Array.isArray(value) ? (value as readonly Json[])[Number(step)] : isObject(value) ? value[step] : undefined;
  }

  return value ?? undefined;
}

/** The document with another value at a place. Undefined takes the member away, and with it whatever has no members left. */
export function put(document: JsonObject, path: Path, value: Json | undefined): JsonObject {
  const changed = putInto(document, path, value);
  return isObject(changed) ? changed : {};
}

function putInto(container: Json | undefined, path: Path, value: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value;
  }

  if (typeof step === 'number') {
    const items = Array.isArray(container) ? [...(container as readonly Json[])] : [];
    const item = putInto(items[step], rest, value);
    items.splice(step, 1, ...(item === undefined && rest.length === 0 ? [] : [item ?? {}]));
    return items.length === 0 ? undefined : items;
  }

  const { [step]: before, ...others } = isObject(container) ? container : {};
  const after = putInto(before, rest, value);
  if (after === undefined) {
    return Object.keys(others).length === 0 ? undefined : others;
  }

  return isObject(container) && step in container ? { ...container, [step]: after } : { ...others, [step]: after };
}

/** A place as a JSON pointer (RFC 6901), as the firewall names places. */
export const pointerOf = (path: Path): string => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Whether two values say the same, whatever the order of their members. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, i) => isSame(item as Json, other[i] as Json));
  }

  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one);
    return names.length === Object.keys(other).length && names.every((name) => name in other && isSame(one[name], other[name]));
  }

  return one === other;
}
