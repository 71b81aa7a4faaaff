import { createStore } from '../graph/store';
import { ask } from '../graph/client';
import { graphql, type ResultOf } from '../graph/graphql';
import { Refusal } from '../graph/refusal';
import { leave as leaveConnections } from '../graph/leaving';
import { keepCsrfToken } from './csrf';
import { whenSessionEnds } from './expiry';
import { call } from './rest';
import { keepTenant } from './tenants';

const meDocument = graphql(`
  query Me {
    me { tenantId userId name email hasSecondFactor mustSetUpSecondFactor roles permissions }
  }
`);

/** Who is signed in. */
export type Viewer = ResultOf<typeof meDocument>['me'];

/** What somebody may do. */
export type Permission = Viewer['permissions'][number];

/** Why nobody is signed in: nobody was, the session has ended, or who was signed in left it, for good or for another tenant. */
export type Ending = '' | 'EXPIRED' | 'SIGNED_OUT' | 'SWITCHING';

/** Whether somebody is signed in. */
export type Session =
  | { readonly state: 'UNKNOWN' }
  | { readonly state: 'UNREACHABLE'; readonly error: Error }
  | { readonly state: 'SIGNED_OUT'; readonly reason: Ending }
  | { readonly state: 'SIGNED_IN'; readonly viewer: Viewer };

interface SignedIn {
  csrfToken: string;
}

/** What somebody signs in with. */
export interface Credentials {
  tenantId: string;
  email: string;
  password: string;
  code?: string;
  recoveryCode?: string;
}

/** The session, for whoever shows something by it. */
export const session = createStore<Session>({ state: 'UNKNOWN' });

const path = '/api/v1/session';

/** Remembers, where scripts can read it, only that a session was begun: nobody is asked about one that never was. */
const begunKey = 'ff-session-begun';

/** Whether a session was begun in this browser, and may still be good. */
export const wasSessionBegun = (): boolean => localStorage.getItem(begunKey) !== null;

/** How often somebody has left: an answer about whoever was here before says nothing about now. */
let departures = 0;

/** While somebody signs out, it is no news that the session ends. */
let isSigningOut = false;

/** Finds out who is signed in. */
export async function restoreSession(): Promise<void> {
  if (!wasSessionBegun()) {
    leave(reasonOfLoss());
    return;
  }

  const asked = departures;
  try {
    const found = await call<SignedIn>('GET', path);
    if (asked === departures) await enter(found);
  } catch (error) {
    if (asked !== departures) return;
    if (error instanceof Refusal) {
      leave(reasonOfLoss());
    } else if (!isSignedIn()) {
      session.set({ state: 'UNREACHABLE', error: error as Error });
    }
  }
}

/** Signs in, and remembers to which tenant, for the next time. */
export async function signIn(credentials: Credentials): Promise<void> {
  await enter(await call<SignedIn>('POST', path, credentials));
  keepTenant(credentials.tenantId);
}

/** Signs out: the session is over for everybody who may have its cookie. */
export async function signOut(reason: 'SIGNED_OUT' | 'SWITCHING' = 'SIGNED_OUT'): Promise<void> {
  isSigningOut = true;
  try {
    await call('DELETE', path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  } finally {
    isSigningOut = false;
  }

  leave(reason);
}

/** Looks again at what somebody may do, after that has changed. */
export async function refreshViewer(): Promise<void> {
  const asked = departures;
  const { me } = await ask(meDocument, {});
  if (asked === departures) session.set({ state: 'SIGNED_IN', viewer: me });
}

async function enter(signedIn: SignedIn): Promise<void> {
  keepCsrfToken(signedIn.csrfToken);
  localStorage.setItem(begunKey, '1');
  leaveConnections();
  await refreshViewer();
}

const isSignedIn = (): boolean => session.get().state === 'SIGNED_IN';

const reasonOfLoss = (): Ending => (isSignedIn() ? 'EXPIRED' : '');

function leave(reason: Ending): void {
  departures += 1;
  keepCsrfToken('');
  localStorage.removeItem(begunKey);
  leaveConnections();
  session.set({ state: 'SIGNED_OUT', reason });
}

whenSessionEnds(
  () => {
    if (isSignedIn() && !isSigningOut) leave('EXPIRED');
  },
  () => {
    if (isSignedIn() && !isSigningOut) void restoreSession();
  },
);
