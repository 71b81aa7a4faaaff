import { expect, test } from 'vitest';
import { stepOf } from './keys';

const key = (name: string, ...held: ('ctrlKey' | 'metaKey' | 'shiftKey')[]) => ({ key: name, ctrlKey: held.includes('ctrlKey'), metaKey: held.includes('metaKey'), shiftKey: held.includes('shiftKey') });

test.each([
  [key('z', 'ctrlKey'), 'UNDO'],
  [key('Z', 'metaKey', 'shiftKey'), 'REDO'],
  [key('y', 'ctrlKey'), 'REDO'],
  [key('z'), null],
  [key('x', 'ctrlKey'), null],
])('%j means %s', (event, step) => expect(stepOf(event)).toBe(step));
