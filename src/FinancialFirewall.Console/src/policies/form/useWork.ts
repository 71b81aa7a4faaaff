import { useEffect, useReducer, useRef, useState } from 'react';
import { isSame, type JsonObject } from './document';
import { edit, editingOf, type Edit, type Editing } from './editing';
import { keptWork } from './keptWork';

/** A document that somebody works on. */
export interface Work {
  readonly editing: Editing;
  readonly change: (change: Edit) => void;
  readonly isChanged: boolean;
  /** When what is taken up again was left; undefined where nothing is. */
  readonly resumedFrom: number | undefined;
  /** Says that it is saved, or that nobody wants it: it is not kept when it is left. */
  readonly settle: () => void;
}

/** Works on a document, and keeps what is unsaved when it is left; the browser warns before the whole page is. */
export function useWork(key: string, original: JsonObject): Work {
  const [kept] = useState(() => keptWork.find(key));
  const [editing, change] = useReducer(edit, undefined, () => (kept ? edit(editingOf(original), { act: 'REPLACE', document: kept.document }) : editingOf(original)));
  const isChanged = !isSame(editing.now, original);
  const unsaved = useRef<JsonObject | null>(null);
  const isSettled = useRef(false);
  useEffect(() => {
    unsaved.current = isChanged ? editing.now : null;
  }, [isChanged, editing.now]);
  useEffect(
    () => () => {
      if (unsaved.current && !isSettled.current) keptWork.keep(key, unsaved.current, Date.now());
      else keptWork.forget(key);
    },
    [key],
  );
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
  const settle = () => {
    isSettled.current = true;
  };
  return { editing, change, isChanged, resumedFrom: kept?.at, settle };
}
