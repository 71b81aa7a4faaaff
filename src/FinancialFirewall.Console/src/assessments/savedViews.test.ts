import { expect, test } from 'vitest';
import { maximumViews, readViews, viewSearch, withView } from './savedViews';

test('reads what was kept, and passes over what is no view', () => {
  expect(readViews('[{"name":"a","search":"x=1"},{"name":1},null,"b"]')).toEqual([{ name: 'a', search: 'x=1' }]);
  expect([readViews(null), readViews('not json'), readViews('{}')]).toEqual([[], [], []]);
});

test('keeps views by name, each once, and not without end', () => {
  const views = withView(withView([{ name: 'b', search: '' }], { name: 'a', search: 'x=1' }), { name: 'b', search: 'y=2' });
  expect(views).toEqual([
    { name: 'a', search: 'x=1' },
    { name: 'b', search: 'y=2' },
  ]);
  const many = Array.from({ length: maximumViews }, (_, i) => ({ name: `a${i}`, search: '' }));
  expect(withView(many, { name: 'z', search: '' })).toHaveLength(maximumViews);
});

test('leaves out the place on a page', () => expect(viewSearch('?decision=REJECT&after=abc')).toBe('decision=REJECT'));
