import { graphql, type ResultOf } from '../graph/graphql';

/** The keys of the tenant. */
export const keysDocument = graphql(`query Keys { keys { id prefix label roles status createdAt expiresAt revokedAt lastUsedAt userId } }`);

/** The people who may hold keys. */
export const holdersDocument = graphql(`query KeyHolders { users { id name } }`);

/** A key: everything but the key itself. */
export type ApiKey = ResultOf<typeof keysDocument>['keys'][number];

/** Makes a key. */
export const createDocument = graphql(`mutation CreateKey($key: ApiKeyInput!) { createKey(key: $key) { apiKey key { id label } } }`);

/** Makes the successor of a key. */
export const rotateDocument = graphql(`mutation RotateKey($id: ID!, $overlap: Long!) { rotateKey(id: $id, overlapSeconds: $overlap) { apiKey key { id label } } }`);

/** Ends a key. */
export const revokeDocument = graphql(`mutation RevokeKey($id: ID!) { revokeKey(id: $id) { id } }`);
