import { graphql, type ResultOf } from '../graph/graphql';

/** The people of the tenant, and whether all of them need a second factor. */
export const peopleDocument = graphql(`
  query People {
    users { id email name roles status createdAt lastSignInAt linkExpiresAt lockedAt lockReason hasSecondFactor recoveryCodesLeft }
    tenant { tenantId secondFactorRequired }
  }
`);

/** One of the people of the tenant. */
export type Person = ResultOf<typeof peopleDocument>['users'][number];

/** What somebody is. */
export type Role = Person['roles'][number];

/** Where somebody is signed in. */
export const sessionsDocument = graphql(`query PersonSessions($id: ID!) { userSessions(id: $id) { id createdAt lastSeenAt source agent isCurrent } }`);

/** Somewhere that somebody is signed in. */
export type PersonSession = ResultOf<typeof sessionsDocument>['userSessions'][number];

const linkFragment = graphql(`fragment PersonLink on IssuedLink @_unmask { link expiresAt user { id name } }`);

/** Invites somebody. */
export const inviteDocument = graphql(`mutation InviteUser($user: NewUserInput!) { inviteUser(user: $user) { ...PersonLink } }`, [linkFragment]);

/** Makes a link by which somebody sets a password. */
export const linkDocument = graphql(`mutation IssueUserLink($id: ID!) { issueUserLink(id: $id) { ...PersonLink } }`, [linkFragment]);

/** A link, which is shown once. */
export type PersonLink = ResultOf<typeof inviteDocument>['inviteUser'];

/** Changes a name and roles. */
export const changeDocument = graphql(`mutation ChangeUser($id: ID!, $name: String, $roles: [Role!]) { changeUser(id: $id, name: $name, roles: $roles) { id } }`);

/** Locks somebody out. */
export const lockDocument = graphql(`mutation LockUser($id: ID!, $reason: String!) { lockUser(id: $id, reason: $reason) { id } }`);

/** Lets somebody in again. */
export const unlockDocument = graphql(`mutation UnlockUser($id: ID!) { unlockUser(id: $id) { id } }`);

/** Takes a lost second factor away. */
export const resetFactorDocument = graphql(`mutation ResetSecondFactor($id: ID!) { resetSecondFactor(id: $id) { id } }`);

/** Removes somebody. */
export const removeDocument = graphql(`mutation RemoveUser($id: ID!) { removeUser(id: $id) { id } }`);

/** Ends one session of somebody. */
export const endSessionDocument = graphql(`mutation EndUserSession($id: ID!, $sessionId: ID!) { endUserSession(id: $id, sessionId: $sessionId) { id } }`);

/** Ends all sessions of somebody. */
export const endSessionsDocument = graphql(`mutation EndUserSessions($id: ID!) { endUserSessions(id: $id) { id } }`);

/** Asks everybody for a second factor, or nobody. */
export const requireFactorDocument = graphql(`mutation RequireSecondFactor($isRequired: Boolean!) { configureTenant(settings: { secondFactorRequired: $isRequired }) { tenantId } }`);
