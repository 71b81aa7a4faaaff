import { graphql, type ResultOf } from '../graph/graphql';

const listFragment = graphql(`fragment ListRow on RiskList @_unmask { name kind mandatory member entryCount usedBy tag }`);

/** Every list, and the imports that the firewall remembers. */
export const listsDocument = graphql(`query Lists { lists { ...ListRow } }`, [listFragment]);

/** A list. */
export type RiskList = ResultOf<typeof listsDocument>['lists'][number];

/** One list. */
export const listDocument = graphql(`query List($name: ID!) { list(name: $name) { ...ListRow } }`, [listFragment]);

/** The entries of a list, a page at a time. */
export const entriesDocument = graphql(`
  query ListEntries($list: ID!, $prefix: String, $after: String) {
    listEntries(list: $list, prefix: $prefix, first: 50, after: $after) {
      nodes { value reason expiresAt isExpired addedBy addedAt source }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** An entry of a list. */
export type Entry = NonNullable<ResultOf<typeof entriesDocument>['listEntries']>['nodes'][number];

/** Makes a list. */
export const createDocument = graphql(`mutation CreateList($list: RiskListInput!) { createList(list: $list) { name } }`);

/** Changes what a list does. */
export const replaceDocument = graphql(`mutation ReplaceList($name: ID!, $list: RiskListInput!, $tag: String!) { replaceList(name: $name, list: $list, ifTag: $tag) { name } }`);

/** Deletes a list. */
export const deleteDocument = graphql(`mutation DeleteList($name: ID!, $tag: String!) { deleteList(name: $name, ifTag: $tag) { name } }`);

/** Adds entries. */
export const addDocument = graphql(`
  mutation AddListEntries($list: ID!, $entries: [ListEntryInput!]!, $reason: String) {
    addListEntries(list: $list, entries: $entries, reason: $reason) { counts { added replaced } }
  }
`);

/** Removes values. */
export const removeDocument = graphql(`mutation RemoveListEntries($list: ID!, $values: [String!]!) { removeListEntries(list: $list, values: $values) { counts { removed } } }`);

/** The imports of all lists. */
export const importsDocument = graphql(`query ListImports { listImports { id list replaces dryRun status startedBy startedAt endedAt lines refused entries counts { added replaced removed duplicates } } }`);

/** An import. */
export type ListImport = ResultOf<typeof importsDocument>['listImports'][number];

/** How far one import is. */
export const importDocument = graphql(`query ListImport($id: ID!) { listImport(id: $id) { status lines refused entries } }`);

/** Cancels an import. */
export const cancelDocument = graphql(`mutation CancelListImport($id: ID!) { cancelListImport(id: $id) { status } }`);
