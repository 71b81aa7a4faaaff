import type { Draft, draftChanges } from './documents';

/** What can be done with a draft. */
export type DraftAct = keyof typeof draftChanges;

/** What can be done with a draft that stands so. The firewall says who may. A draft of an earlier version takes in first what was published since. */
export const actsOf = (status: Draft['status'], isOutdated = false): readonly DraftAct[] => (status === 'SUBMITTED' ? ['APPROVE', 'REJECT', 'WITHDRAW'] : isOutdated ? ['REBASE', 'DISCARD'] : ['SUBMIT', 'PUBLISH', 'DISCARD']);

/** What each means, and the name of the text that goes with it; empty where none does. */
export const draftWords: Readonly<Record<DraftAct, { readonly title: string; readonly text: string; readonly field: string }>> = {
  SUBMIT: { title: 'Submit', text: 'It waits for somebody else’s approval, and does not change until then.', field: '' },
  WITHDRAW: { title: 'Take back', text: 'It can be changed again.', field: '' },
  REJECT: { title: 'Reject', text: 'It goes back to its authors.', field: 'Why' },
  APPROVE: { title: 'Approve', text: 'It is published, and decides the very next payment. Who has had a hand in it cannot approve it.', field: 'Comment' },
  PUBLISH: { title: 'Publish', text: 'It decides the very next payment.', field: 'Comment' },
  REBASE: { title: 'Bring up to date', text: 'What was published since is brought into the draft. What both changed, not in the same way, is named and left to you.', field: '' },
  DISCARD: { title: 'Discard', text: 'It is forgotten.', field: '' },
};

/** What people call a draft's status, and its hue. */
export const draftLooks = { OPEN: ['Being worked on', 'waiting'], SUBMITTED: ['Waits for approval', 'caution'], REJECTED: ['Rejected', 'bad'] } as const;
