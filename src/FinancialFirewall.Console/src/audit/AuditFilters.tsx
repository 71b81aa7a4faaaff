import Box from '@mui/material/Box';
import { Choice } from '../layout/Choice';
import { TextLine } from '../layout/TextLine';
import { useParameters } from '../routing/useParameters';
import { colour } from '../theme/tokens';
import { fromLocalInput, toLocalInput } from '../time/format';

/** What is wanted of the log, as it stands in the address bar. */
export const filterOf = (parameters: URLSearchParams) => {
  const outcome = parameters.get('outcome');
  return {
    actor: parameters.get('actor') || undefined,
    action: parameters.get('action') || undefined,
    target: parameters.get('target') || undefined,
    outcome: outcome === 'DONE' || outcome === 'REFUSED' ? outcome : undefined,
    securityEvent: parameters.get('security') || undefined,
    from: parameters.get('from') || undefined,
    until: parameters.get('until') || undefined,
  } as const;
};

/** Fields for it. */
export function AuditFilters() {
  const [parameters, change] = useParameters();
  const put = (name: string) => (value: string) => change({ [name]: value, after: null });
  const text = (name: string) => parameters.get(name) ?? '';
  return (
    <Box role="search" aria-label="Filter the audit log" sx={{ display: 'grid', gap: 1.5, p: 2, borderBottom: `1px solid ${colour('line')}`, gridTemplateColumns: { xs: '1fr 1fr', lg: '1.4fr 1.4fr 1.2fr 1fr 1fr 1.4fr 1.4fr' } }}>
      <TextLine label="Action" value={text('action')} onChange={put('action')} placeholder="TOGGLE_DISABLED" isSearch />
      <TextLine label="Target" value={text('target')} onChange={put('target')} placeholder="key/" />
      <TextLine label="Actor" value={text('actor')} onChange={put('actor')} placeholder="id or SYSTEM" />
      <Choice
        label="Outcome"
        value={text('outcome')}
        onChange={put('outcome')}
        options={[
          ['', 'Any'],
          ['DONE', 'Done'],
          ['REFUSED', 'Refused'],
        ]}
      />
      <Choice
        label="Security"
        value={text('security')}
        onChange={put('security')}
        options={[
          ['', 'All entries'],
          ['ANY', 'Security events'],
        ]}
      />
      <TextLine label="From" type="datetime-local" value={toLocalInput(parameters.get('from'))} onChange={(value) => put('from')(fromLocalInput(value) ?? '')} />
      <TextLine label="Before" type="datetime-local" value={toLocalInput(parameters.get('until'))} onChange={(value) => put('until')(fromLocalInput(value) ?? '')} />
    </Box>
  );
}
