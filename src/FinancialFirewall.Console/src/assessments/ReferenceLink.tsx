import { Link } from '../routing/Link';

/** A payment by its reference, in tables: as much of it as there is room for, all of it where it is pointed at. */
export const ReferenceLink = ({ of: { id, transactionReference } }: { of: { readonly id: string; readonly transactionReference: string } }) => (
  <Link href={`/assessments/${id}`} title={transactionReference} sx={{ display: 'block', maxWidth: { xs: 130, sm: 180 }, fontWeight: 540, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
    {transactionReference}
  </Link>
);
