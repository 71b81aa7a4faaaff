import { graphql, type ResultOf } from '../graph/graphql';

/** Everything about a toggle. */
export const toggleFragment = graphql(`
  fragment ToggleRow on Toggle @_unmask {
    id paymentType localInstrumentationCode clearingSystemCode level isEnabled enabledReason disabledReason effectiveFrom effectiveUntil priority isActive createdBy updatedBy createdAt updatedAt tag
  }
`);

/** A toggle. */
export type Toggle = ResultOf<typeof toggleFragment>;

/** The level that a toggle, or a context, stands on. */
export type Level = Toggle['level'];

/** All toggles, and how many there are of each sort. */
export const togglesDocument = graphql(
  `
    query Toggles {
      toggles(view: ALL, orderBy: UPDATED_AT, descending: true, first: 1000) { totalCount nodes { ...ToggleRow } }
      toggleStatistics { countedAt totalConfigurations activeConfigurations effectiveConfigurations futureConfigurations expiredConfigurations enabledConfigurations disabledConfigurations }
    }
  `,
  [toggleFragment],
);

/** How many toggles there are of each sort. */
export type ToggleStatistics = ResultOf<typeof togglesDocument>['toggleStatistics'];

/** What holds for a context, and why. */
export const checkDocument = graphql(
  `
    query ToggleCheck($context: ToggleContextInput!) {
      toggleCheck(context: $context) { isEnabled checkedAt level toggle { ...ToggleRow } others { reason explanation toggle { ...ToggleRow } } }
    }
  `,
  [toggleFragment],
);

/** A toggle that is new, different or gone. */
export const changedDocument = graphql(`subscription ToggleChanged($after: String) { toggleChanged(after: $after) { cursor change toggle { id } } }`);

/** Adds a toggle. */
export const createDocument = graphql(`mutation CreateToggle($toggle: ToggleInput!) { createToggle(toggle: $toggle) { id } }`);

/** Replaces a toggle. */
export const replaceDocument = graphql(`mutation ReplaceToggle($id: UUID!, $toggle: ToggleInput!, $tag: String!) { replaceToggle(id: $id, toggle: $toggle, ifTag: $tag) { id } }`);

/** Deletes a toggle. */
export const deleteDocument = graphql(`mutation DeleteToggle($id: UUID!, $tag: String!) { deleteToggle(id: $id, ifTag: $tag) { id } }`);

/** Switches the check for exactly one context. */
export const switchDocument = graphql(`mutation SwitchFraudCheck($isEnabled: Boolean!, $context: ToggleContextInput!, $reason: String) { switchFraudCheck(isEnabled: $isEnabled, context: $context, reason: $reason) { id } }`);
