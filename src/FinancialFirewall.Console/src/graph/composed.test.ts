import { expect, test } from 'vitest';
import { textOf } from './client';
import { composed } from './composed';
import { graphql } from './graphql';

test('sends what is written, and each fragment once, however it is reached', () => {
  const inner = composed('fragment Inner on A { id }');
  const outer = composed('\n  fragment Outer on A @_unmask { ...Inner }\n', [inner]);
  expect(composed('{ a { ...Outer ...Inner } }', [outer, inner]).parts).toEqual(['{ a { ...Outer ...Inner } }', 'fragment Outer on A { ...Inner }', 'fragment Inner on A { id }']);
});

test('a document is sent as its parts', () => {
  const named = graphql(`fragment Named on Viewer @_unmask { name }`);
  expect(textOf(graphql(`query Who { me { ...Named } }`, [named]))).toBe('query Who { me { ...Named } }\nfragment Named on Viewer { name }');
});
