import { useEffect, useRef } from 'react';
import { navigate } from '../routing/location';
import { useViewer } from '../session/useViewer';
import { pagesFor } from './pages';

/** The letters behind `g` that lead to pages. */
export const pageLetters: Readonly<Record<string, string>> = { d: '/', a: '/assessments', r: '/reviews', t: '/toggles', p: '/policy', i: '/lists', l: '/audit', u: '/people', k: '/keys', n: '/tenant' };

/** Whether somebody is writing there. */
const isWriting = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const sequenceMs = 1_200;

/** Listens for the keys that hold on every page. */
export function useShortcuts(acts: { palette: () => void; shortcuts: () => void }): void {
  const { permissions } = useViewer();
  const current = useRef(acts);
  useEffect(() => {
    current.current = acts;
  });

  useEffect(() => {
    let goSince = 0;
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        current.current.palette();
      } else if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) {
        return;
      } else if (event.key === '?') {
        current.current.shortcuts();
      } else if (event.key === 'g') {
        goSince = event.timeStamp;
      } else if (event.timeStamp - goSince < sequenceMs && goSince > 0) {
        const path = pageLetters[event.key];
        goSince = 0;
        if (path !== undefined && pagesFor(permissions).some((page) => page.path === path)) {
          navigate(path);
        }
      } else if (event.key === '/') {
        const field = document.querySelector<HTMLElement>('[data-search]');
        if (field) {
          event.preventDefault();
          field.focus();
        }
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [permissions]);
}
