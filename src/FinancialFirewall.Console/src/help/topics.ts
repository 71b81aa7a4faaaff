/** What helps beside a page. */
export interface HelpTopic {
  readonly title: string;
  /** What the page is for, in paragraphs. */
  readonly text: readonly string[];
  /** Things one often wants to do, and how. */
  readonly tips: readonly string[];
  /** The guides that say more, by the names of their files in `docs/`. */
  readonly guides: readonly (readonly [title: string, file: string])[];
}

export const helpTopics = {
  dashboard: {
    title: 'The dashboard',
    text: [
      'What the firewall decides, while it decides it. Each figure is counted by the firewall over the whole span that is chosen above; a click opens the list behind it, a click on a bar the payments of that time.',
      'Payments come in as they are committed to disk. If the connection is cut, the view says so, and goes on behind the last payment it saw: nothing is missing, nothing is counted twice.',
    ],
    tips: [
      'Blocked is what was rejected, held is what was put before a person, released is what was approved: by the first decision, whatever came later.',
      'Factors are ordered by how often they held. One that suddenly leads is worth a look at its payments.',
      'Response times and refusals are counted by the server since it started.',
    ],
    guides: [
      ['GraphQL: what happens while it happens', 'graphql.md'],
      ['Performance, and how it is measured', 'performance.md'],
    ],
  },
  assessments: {
    title: 'Assessments',
    text: [
      'Every payment that was assessed, however old. Filters stand in the address bar: keep the address, or send it to a colleague, to get the same list again.',
      'Live adds payments at the top as they are decided.',
    ],
    tips: ['Press / to get to the account filter.', 'Export writes what is filtered, up to 10,000 payments, as CSV or JSON.', 'Orders by score sort at most 10,000 matches; narrow the filter where there are more.'],
    guides: [
      ['What is in an answer', 'rest-api.md'],
      ['How a payment is decided', 'architecture.md'],
    ],
  },
  assessment: {
    title: 'One assessment',
    text: [
      'Why this payment was decided as it was. Each factor shows its share of the score and the values that it saw at that moment; the policy version and its hash say by which rules.',
      'The account’s other payments show whether this one is unlike them.',
    ],
    tips: ['What if decides the payment once more with other members, by other thresholds, or by a draft, from the history as it was then; nothing of it is kept.', 'A decision can be replayed bit for bit from its policy version.', 'Members that say something about a person are gone once the person was erased; the decision stays.'],
    guides: [
      ['How scores and decisions come about', 'policies.md'],
      ['What is kept about people', 'privacy.md'],
    ],
  },
  reviews: {
    title: 'Reviews',
    text: [
      'What the policy does not decide by itself waits here, the most urgent first. Take a payment while you look at it, so that nobody else does; it is given back by itself after half an hour.',
      'A decision takes a reason, which stays with the payment. Where the tenant asks for two persons, the first one votes and the second one decides; where they disagree it is escalated.',
    ],
    tips: [
      'Everything can be done from the keyboard: j and k choose, a approves, x rejects, c takes; the others stand below the payment.',
      'Decide anew asks the policy that is in force now; cancelling is for good.',
      'What was approved goes on, and what was rejected no longer counts in the account’s sums, from the next payment on.',
    ],
    guides: [['Reviews', 'reviews.md']],
  },
  toggles: {
    title: 'Toggles',
    text: [
      'A toggle says for a part of the payments whether the fraud check is on. The most specific level that has one in force wins: clearing system, then local instrument, then payment type, then the whole tenant. Inside a level the lowest priority number wins, then the newest.',
      'A change holds for the very next payment. Where the check is off, payments are approved with the toggle as the reason; only mandatory lists, such as sanctions, still hold.',
    ],
    tips: ['Not sure what holds? The checker tells which toggle wins for a context, and why each of the others does not.', 'Give a toggle an end: a check that is off for ever is forgotten.'],
    guides: [['Toggles in the REST interface', 'rest-api.md']],
  },
  policy: {
    title: 'The policy',
    text: ['Everything that decides, as one published version: risk configurations, lists, rates. Its hash covers all of it and stands in every assessment that it decided.'],
    tips: ['A configuration is written in a form; what is wrong stands beside its field while you write. JSON is the same document, for those who prefer it.', 'A draft decides nothing: change it, run it beside the policy in force, and see what would be different before it counts.', 'Try on recent payments shows beside the form what would have been different; a backtest does so for a draft over any stored period.', 'Versions are all kept: compare what one changed, and bring one back.', 'Of the configurations that apply to a payment the one with the lowest priority number decides.', 'Warnings name criteria and thresholds that can never decide.'],
    guides: [
      ['Policies', 'policies.md'],
      ['Configurations, versions and drafts', 'configurations.md'],
      ['The rule language', 'expressions.md'],
      ['Lists', 'lists.md'],
    ],
  },
  lists: {
    title: 'Lists',
    text: [
      'A block list rejects every payment that holds one of its values, an allow list approves it, and a watch list only answers rules that ask for it. A mandatory list holds where the fraud check is off, too.',
      'Each value has who added it, when, why, and until when it counts. A change holds for the very next payment, and stands in the audit log.',
    ],
    tips: [
      'Press / to search: it looks at how values begin; addresses are looked for by a range such as 10.0.0.0/8.',
      'Give an entry an end: a value that is on a list for ever is forgotten.',
      'A file is looked at as a whole before anything changes: where one line is no entry, nothing does, and each such line is named.',
      'Card numbers are kept as tokens alone; looking for the number finds its token.',
    ],
    guides: [
      ['Lists', 'lists.md'],
      ['What lists mean for a decision', 'policies.md'],
      ['The rule language', 'expressions.md'],
    ],
  },
  audit: {
    title: 'The audit log',
    text: ['Who did what, when, from where, and what it was before and after. Each entry carries a hash over itself and the one before: whoever changes or removes one breaks the chain.'],
    tips: ['Verify proves the whole chain, from the first entry on.', 'Security events are marked: failed sign-ins, refused scopes, many attempts.'],
    guides: [
      ['Who gets in', 'access.md'],
      ['The audit log over REST', 'rest-api.md'],
    ],
  },
  people: {
    title: 'People',
    text: [
      'Whoever works with the firewall comes with a mail address, a password and, better, a second factor. What each may do follows from their roles, for the very next request.',
      'No mail is sent: an invitation is a link, good once and for 7 days, that you hand on yourself.',
    ],
    tips: [
      'A forgotten password is replaced by a new link; a lost second factor is taken away here, or replaced with a recovery code.',
      'Locking ends every session at once, and keeps who it was; removing is for good.',
      'The last owner who can sign in can be neither removed nor demoted nor locked out.',
      'Programs come with API keys, not as people.',
    ],
    guides: [['Who gets in', 'access.md']],
  },
  keys: {
    title: 'API keys',
    text: ['Programs come with a key. It is shown once, when it is made; the firewall keeps a hash alone. Give each program a key of its own, with the roles it needs and no more.'],
    tips: ['Rotate makes a successor with the same roles; the old key stays good for a while, so that nothing stops.', 'Revoke ends a key for the very next request.'],
    guides: [['Who gets in', 'access.md']],
  },
  tenant: {
    title: 'The tenant',
    text: ['A tenant has its own people, keys, policy, data and encryption key; nothing of it is seen by another one.'],
    tips: ['Suspending a tenant refuses its very next payment; everything else goes on.', 'Closing is for good: nobody gets in any more.'],
    guides: [
      ['Operations', 'operations.md'],
      ['Encryption', 'encryption.md'],
    ],
  },
  account: {
    title: 'Your account',
    text: ['Your password, your second factor, and where you are signed in.'],
    tips: ['Keep the recovery codes where your phone is not.', 'A new password ends all other sessions.', 'An open live view counts as use of a session.'],
    guides: [['Who gets in', 'access.md']],
  },
} as const satisfies Record<string, HelpTopic>;
