import { expect, test } from 'vitest';
import { membersOf } from './differenceMembers';
import type { Difference } from './documents';

const difference = (...members: Difference['members']) => ({ section: 'configurations', key: 'k', name: 'n', kind: 'CHANGED', omitted: 0, members }) as unknown as Difference;

test('says in words where a member stands, and leaves out what the server writes', () =>
  expect(membersOf(difference({ pointer: '/thresholds/levels/high', before: 0.6, after: 0.7 }, { pointer: '/updatedAt', before: 'a', after: 'b' }))).toEqual([
    { place: 'Thresholds › levels › high', pointer: '/thresholds/levels/high', before: '0.6', after: '0.7' },
  ]));

test('leaves codes as they are', () => expect(membersOf(difference({ pointer: '/rates/USD', before: 1.17, after: 1.18 })).map((one) => one.place)).toEqual(['Rates › USD']));

test('takes apart what came or went as a whole', () => {
  const rules = { customRules: [{ name: 'tooMuch', weight: 1 }], locationRules: { highRiskCountries: ['KP', 'IR'] } };
  expect(membersOf(difference({ pointer: '/riskRules', before: null, after: rules })).map(({ place, after }) => [place, after])).toEqual([
    ['Risk rules › custom rules › 1 › name', 'tooMuch'],
    ['Risk rules › custom rules › 1 › weight', '1'],
    ['Risk rules › location rules › high risk countries', 'KP, IR'],
  ]);
  expect(membersOf(difference({ pointer: '/weights', before: {}, after: null }))).toEqual([{ place: 'Weights', pointer: '/weights', before: '{}', after: null }]);
});
