import { graphql, type ResultOf } from '../graph/graphql';

/** Every version, the newest first. */
export const versionsDocument = graphql(`
  query PolicyVersions($after: String) {
    policyVersions(first: 50, after: $after) {
      nodes { version publishedAt isInForce action target author { kind id } approver { kind id } comment restoredVersion }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** A version. */
export type Version = ResultOf<typeof versionsDocument>['policyVersions']['nodes'][number];

const differenceFragment = graphql(`fragment DifferenceRow on PolicyDifference @_unmask { section key name kind members { pointer before after } omitted }`);

/** In what a version differs from the one before it. */
export const comparisonDocument = graphql(`query PolicyComparison($version: Int!) { policyComparison(version: $version) { ...DifferenceRow } }`, [differenceFragment]);

/** In what a draft differs from the version that it was made from. */
export const draftComparisonDocument = graphql(`query DraftComparison($id: UUID!) { draftComparison(id: $id) { ...DifferenceRow } }`, [differenceFragment]);

/** An element that is not the same. */
export type Difference = ResultOf<typeof comparisonDocument>['policyComparison'][number];

/** Brings an earlier version back. */
export const rollBackDocument = graphql(`mutation RollBack($version: Int!, $comment: String, $ifVersion: Int!) { rollBackPolicy(version: $version, comment: $comment, ifVersion: $ifVersion) { version } }`);

/** The drafts. */
export const draftsDocument = graphql(`query Drafts { drafts { id name comment status baseVersion tag changedAt authors { kind id } rejection } }`);

/** A draft. */
export type Draft = ResultOf<typeof draftsDocument>['drafts'][number];

/** One draft with what is in it, and everything for which it could not be published. */
export const draftDocument = graphql(`
  query Draft($id: UUID!) {
    draft(id: $id) { id name comment status baseVersion tag changedAt authors { kind id } rejection document }
    draftValidation(id: $id) { isValid errors { member message } warnings { member message } }
    policy { version }
  }
`);

/** A draft with what is in it. */
export type WholeDraft = NonNullable<ResultOf<typeof draftDocument>['draft']>;

/** What a draft would have decided since it runs beside the policy in force. */
export const shadowDocument = graphql(`
  query Shadow($id: UUID!) {
    shadow(id: $id) {
      draft tag status startedAt compared different behind otherFactors
      decisions { live shadow count }
      factors { name live shadow }
      samples { assessmentId assessedAt live liveScore shadow shadowScore }
    }
  }
`);

/** How a shadow stands, and what it found. */
export type Shadow = NonNullable<ResultOf<typeof shadowDocument>['shadow']>;

/** Has a draft run beside the policy in force. */
export const startShadowDocument = graphql(`mutation StartShadow($id: UUID!) { startShadow(id: $id) { status } }`);

/** Ends that. */
export const endShadowDocument = graphql(`mutation EndShadow($id: UUID!) { endShadow(id: $id) { status } }`);

/** Makes a draft. */
export const createDraftDocument = graphql(`mutation CreateDraft($name: String!, $comment: String) { createDraft(name: $name, comment: $comment) { id } }`);

/** What is done with a draft. */
export const draftChanges = {
  SUBMIT: graphql(`mutation SubmitDraft($id: UUID!, $tag: String!) { submitDraft(id: $id, ifTag: $tag) { id } }`),
  WITHDRAW: graphql(`mutation WithdrawDraft($id: UUID!, $tag: String!) { withdrawDraft(id: $id, ifTag: $tag) { id } }`),
  REJECT: graphql(`mutation RejectDraft($id: UUID!, $tag: String!, $text: String!) { rejectDraft(id: $id, ifTag: $tag, reason: $text) { id } }`),
  APPROVE: graphql(`mutation ApproveDraft($id: UUID!, $tag: String!, $text: String) { approveDraft(id: $id, ifTag: $tag, comment: $text) { version } }`),
  PUBLISH: graphql(`mutation PublishDraft($id: UUID!, $tag: String!, $text: String) { publishDraft(id: $id, ifTag: $tag, comment: $text) { version } }`),
  REBASE: graphql(`mutation RebaseDraft($id: UUID!, $tag: String!) { rebaseDraft(id: $id, ifTag: $tag) { id } }`),
  DISCARD: graphql(`mutation DiscardDraft($id: UUID!, $tag: String!) { discardDraft(id: $id, ifTag: $tag) { id } }`),
} as const;
