import { expect, test } from 'vitest';
import { placeOf } from './tourSteps';

const card = { width: 320, height: 180 };
const screen = { width: 1440, height: 900 };

test.each([
  ['nothing', null, { left: 560, top: 360 }],
  ['what is above', { left: 300, top: 10, width: 320, height: 34 }, { left: 300, top: 56 }],
  ['what is in the right corner', { left: 1390, top: 10, width: 36, height: 36 }, { left: 1108, top: 58 }],
  ['what is below', { left: 300, top: 850, width: 100, height: 34 }, { left: 300, top: 658 }],
  ['what is beside the page', { left: 0, top: 0, width: 232, height: 900 }, { left: 244, top: 80 }],
])('the card at %s stays on the screen', (_, target, place) => expect(placeOf(target, card, screen)).toEqual(place));

test('the card stays on a phone', () => {
  expect(placeOf({ left: 340, top: 120, width: 40, height: 34 }, { width: 320, height: 220 }, { width: 390, height: 844 })).toEqual({ left: 58, top: 166 });
});
