import { isSame, pointerOf, put, type Json, type JsonObject, type Path } from './document';

/** The most steps that can be taken back. */
export const maximumSteps = 200;

/** A document while somebody works on it. */
export interface Editing {
  readonly now: JsonObject;
  readonly past: readonly JsonObject[];
  readonly future: readonly JsonObject[];
  /** Where the last change was made, so that a word that is typed is one step and not one a letter. */
  readonly place: string;
}

/** What can be done to it. */
export type Edit = { readonly act: 'PUT'; readonly path: Path; readonly value: Json | undefined } | { readonly act: 'REPLACE'; readonly document: JsonObject } | { readonly act: 'UNDO' | 'REDO' };

export const editingOf = (document: JsonObject): Editing => ({ now: document, past: [], future: [], place: '' });

/** What comes of an edit. */
export function edit(editing: Editing, change: Edit): Editing {
  switch (change.act) {
    case 'PUT':
      return step(editing, put(editing.now, change.path, change.value), `PUT ${pointerOf(change.path)}`);
    case 'REPLACE':
      return step(editing, change.document, 'REPLACE');
    case 'UNDO': {
      const before = editing.past.at(-1);
      return before ? { now: before, past: editing.past.slice(0, -1), future: [editing.now, ...editing.future], place: '' } : editing;
    }
    case 'REDO': {
      const [after, ...future] = editing.future;
      return after ? { now: after, past: [...editing.past, editing.now], future, place: '' } : editing;
    }
  }
}

function step(editing: Editing, now: JsonObject, place: string): Editing {
  if (isSame(now, editing.now)) {
    return editing;
  }

  const goesOn = place === editing.place && editing.future.length === 0;
  return { now, past: goesOn ? editing.past : [...editing.past, editing.now].slice(-maximumSteps), future: [], place };
}
