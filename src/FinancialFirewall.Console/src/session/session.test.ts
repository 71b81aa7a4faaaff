import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkSession, sessionExpired } from './expiry';
import { restoreSession, session, signIn, signOut } from './session';
import { knownTenants } from './tenants';

const viewer = { tenantId: 'demo', userId: 'u1', name: 'Maria Keller', email: 'maria@example.com', hasSecondFactor: false, mustSetUpSecondFactor: false, roles: [], permissions: [] };

const ended = () => Response.json({ code: 'SESSION_ENDED', detail: 'The session has ended.' }, { status: 401 });

const begun = () => Response.json({ csrfToken: 'token' });

/** What the firewall was asked about the session and has not answered, by method, until the test answers. */
let asked: Map<string, (answer: Response) => void>;

const answer = (method: string, response: Response): void => {
  asked.get(method)?.(response);
  asked.delete(method);
};

beforeEach(async () => {
  asked = new Map();
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) =>
    path === '/graphql' ? Promise.resolve(Response.json({ data: { me: viewer } })) : new Promise<Response>((resolve) => void asked.set(method, resolve)),
  );

  const entering = signIn({ tenantId: 'demo', email: viewer.email, password: 'a good password' });
  answer('POST', begun());
  await entering;
  expect(session.get()).toEqual({ state: 'SIGNED_IN', viewer });
  expect(knownTenants()).toEqual(['demo']);
});

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['a session that has ended', ended],
  ['one that was still good', begun],
])('who signs out is told that alone, though a view had asked about the session before and hears of %s', async (_, found) => {
  const looking = restoreSession();
  const leaving = signOut();
  answer('DELETE', new Response(null, { status: 204 }));
  await leaving;
  answer('GET', found());
  await looking;

  expect(session.get()).toEqual({ state: 'SIGNED_OUT', reason: 'SIGNED_OUT' });
  expect(localStorage.getItem('ff-session-begun')).toBeNull();
});

test('what is refused while somebody signs out, and after, is no news', async () => {
  const leaving = signOut('SWITCHING');
  sessionExpired();
  checkSession();
  expect(session.get().state).toBe('SIGNED_IN');
  answer('DELETE', ended());
  await leaving;
  sessionExpired();
  checkSession();

  expect(asked.has('GET')).toBe(false);
  expect(session.get()).toEqual({ state: 'SIGNED_OUT', reason: 'SWITCHING' });
});

test('who was signed out elsewhere is told that the session has ended', async () => {
  checkSession();
  answer('GET', ended());

  await vi.waitFor(() => expect(session.get()).toEqual({ state: 'SIGNED_OUT', reason: 'EXPIRED' }));
});

test('who was signed out in another window of this browser is told the same', () => {
  localStorage.removeItem('ff-session-begun');

  checkSession();

  expect(session.get()).toEqual({ state: 'SIGNED_OUT', reason: 'EXPIRED' });
});
