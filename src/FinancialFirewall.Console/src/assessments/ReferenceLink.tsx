import { Link } from '../routing/Link';

const look = { display: 'block', width: { xs: 118, sm: 'auto' }, maxWidth: 180, fontWeight: 540, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: { sm: 'nowrap' }, overflowWrap: 'anywhere' } as const;

/** A payment by its reference, in tables: on a phone in lines, else as much of it as there is room for, and all of it where it is pointed at. */
export const ReferenceLink = ({ of: { id, transactionReference } }: { of: { readonly id: string; readonly transactionReference: string } }) => (
  <Link href={`/assessments/${id}`} title={transactionReference} sx={look}>
    {transactionReference}
  </Link>
);
