import { expect, test } from 'vitest';
import sample from '../../../../../tests/FinancialFirewall.Domain.Tests/Policies/PolicyDocumentFormatTests.cs?raw';
import { isObject, type Json, type JsonObject } from './document';
import { hintOf, isShown } from './fields';
import { countBySection, findingsAt, findingsBesideNoField, type Finding } from './findings';
import { isWithin, placesOf, sectionOf, sections } from './sections';

/** What the server owns, and no form writes. */
const ofTheServer = ['/id', '/createdAt', '/updatedAt', '/createdBy', '/updatedBy'];

/** Maps by names that people choose: what is inside has no field of its own. */
const ofPeople = ['/riskRules/weights/own'];

function leavesOf(value: Json, pointer = ''): string[] {
  return isObject(value) && Object.keys(value).length > 0 ? Object.entries(value).flatMap(([name, one]) => leavesOf(one, `${pointer}/${name}`)) : [pointer];
}

test('writes every member that a configuration can have', () => {
  const whole = /private const string Whole = """\n([\s\S]*?)\n\s*""";/.exec(sample)?.[1] ?? '';
  const configuration = (JSON.parse(whole) as { configurations: Json[] }).configurations[0] ?? {};
  const places = sections.flatMap(placesOf);
  const leaves = leavesOf(configuration);
  expect(leaves.length).toBeGreaterThan(80);
  expect(leaves.filter((leaf) => !ofTheServer.includes(leaf) && !ofPeople.includes(leaf) && !places.some((place) => isWithin(leaf, place)))).toEqual([]);
});

test('writes no member twice, and keys are unique', () => {
  const places = sections.flatMap(placesOf);
  expect(new Set(places).size).toBe(places.length);
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length);
});

test.each([
  ['/priority', 'general'],
  ['/riskRules/locationRules/highRiskCountries/0', 'location'],
  ['/riskRules/customRules/3/expression', 'custom'],
  ['/riskRules/weights/own', 'custom'],
  ['/thresholds/levels', 'thresholds'],
  ['/decisionCriteria/autoReject/condition_a', 'criteria'],
  ['', undefined],
  ['/nothing', undefined],
])('%j belongs to %j', (pointer, key) => expect(sectionOf(pointer)?.key).toBe(key));

const finding = (member: string, isWarning = false): Finding => ({ member, message: member, isWarning });

test('counts findings by section, and keeps apart what no field can show', () => {
  const findings = [finding('/priority', true), finding('/priority'), finding('/thresholds/levels'), finding('')];
  expect([...countBySection(findings)]).toEqual([
    ['general', { errors: 1, warnings: 1 }],
    ['thresholds', { errors: 1, warnings: 0 }],
    ['', { errors: 1, warnings: 0 }],
  ]);
  expect(findingsAt(findings, '/priority').map((one) => one.isWarning)).toEqual([false, true]);
  expect(findingsBesideNoField(findings, sections.flatMap(placesOf)).map((one) => one.member)).toEqual(['/thresholds/levels', '']);
});

test('shows what another member makes meaningful, and whatever is stated', () => {
  const shown = (document: JsonObject) => sections.flatMap((section) => section.groups.flatMap((group) => group.fields.filter((field) => isShown(field, document)))).map((field) => field.path.join('.')).filter((path) => path.startsWith('bankFraudApiConfig.authentication') || path === 'riskRules.scoring');
  const authentication = 'bankFraudApiConfig.authentication';
  expect(shown({})).toEqual([`${authentication}.type`]);
  expect(shown({ bankFraudApiConfig: { authentication: { type: 'BASIC' } } })).toEqual([`${authentication}.type`, `${authentication}.username`, `${authentication}.password`]);
  expect(shown({ bankFraudApiConfig: { authentication: { apiKey: 'x' } }, riskRules: { scoring: 'MAX' } })).toEqual(['riskRules.scoring', `${authentication}.type`, `${authentication}.apiKey`]);
});

test('says below a field what it means, within which bounds, and what is usual', () => {
  const field = (pointer: string) => sections.flatMap((section) => section.groups.flatMap((group) => group.fields)).find((one) => `/${one.path.join('/')}` === pointer);
  const hint = (pointer: string) => {
    const found = field(pointer);
    return found && hintOf(found);
  };
  expect(hint('/riskRules/accountRules/newAccountDays')).toBe('1 to 3,650 days. 30 unless stated.');
  expect(hint('/riskRules/weights/highAmount')).toBe('What it adds to the score. 0 to 1, at most 4 decimals. 0.3 unless stated.');
  expect(hint('/riskRules/deviceRules/suspiciousUserAgents')).toBe('Parts of the name, in upper or lower case. At most 1,000, one a line, such as headless.');
});
