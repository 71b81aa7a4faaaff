import { expect, test } from 'vitest';
import { agentInWords } from '../account/agent';
import { besides, refusalOf, refusalOfProblem } from '../graph/refusal';
import { tenantOfLink } from '../session/linkToken';
import { commandsFor } from './commands';
import { pagesFor } from './pages';

const titles = (text: string, ...permissions: Parameters<typeof commandsFor>[1]) => commandsFor(text, permissions).map((command) => command.title);

test('offers the pages that somebody may use, and no others', () => {
  expect(pagesFor(['READ_AUDIT', 'USE_SESSION']).map((page) => page.path)).toEqual(['/audit', '/account']);
  expect(titles('', 'READ_AUDIT')).toEqual(['Audit log', 'Your account', 'Light appearance', 'Dark appearance', 'Appearance as the system', 'First steps', 'Tour', 'Sign out']);
  expect(titles('audit')).toEqual([]);
});

test('takes what was written for a payment or an account, where somebody may look', () => {
  expect(titles('INV-1', 'FIND_ASSESSMENTS', 'LIST_ASSESSMENTS')).toEqual(['Payment with the reference INV-1', 'Payments of the account INV-1']);
  expect(titles('01a1ffc8-bc20-8000-8000-000035068178', 'FIND_ASSESSMENTS', 'LIST_ASSESSMENTS')).toEqual(['Assessment 01a1ffc8-bc20-8000-8000-000035068178']);
  expect(titles('INV-1')).toEqual([]);
});

test('finds the tenant in a link', () => {
  expect(tenantOfLink('ffo_demo_AAAA')).toBe('demo');
  expect(tenantOfLink('ffi_my-bank-2_AAAA')).toBe('my-bank-2');
  expect(tenantOfLink('else')).toBe('');
});

test('calls browsers as people do', () => {
  expect(agentInWords('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox on Linux');
  expect(agentInWords('curl/8.5')).toBe('curl/8.5');
});

test('reads refusals of either interface', () => {
  const graph = refusalOf([{ message: 'no', extensions: { code: 'A', status: 409, errors: [{ code: 'A', member: '/priority', message: 'above 0' }] } }]);
  expect([graph.code, graph.status, graph.of('priority'), graph.of('else')]).toEqual(['A', 409, 'above 0', '']);
  expect([besides(graph, 'priority'), besides(graph, 'label'), besides(undefined)]).toEqual([undefined, graph, undefined]);
  const rest = refusalOfProblem({ title: 'Bad', errors: [{ code: 'B', member: 'email', message: 'no address' }] }, 400);
  expect([rest.message, rest.code, rest.of('email')]).toEqual(['no address', 'B', 'no address']);
  expect(refusalOfProblem(undefined, 502).message).toBe('The firewall answered 502.');
});
