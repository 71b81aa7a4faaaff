import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '../graph/useQuery';
import { useReloadOn } from '../graph/useReloadOn';
import { Answered } from '../layout/Answered';
import { DataTable } from '../layout/DataTable';
import { Panel } from '../layout/Panel';
import { TextLine } from '../layout/TextLine';
import { useParameters } from '../routing/useParameters';
import { hue } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { checkDocument, type Toggle } from './documents';
import { contextInput, contextInWords, contextOf, levelName } from './hierarchy';
import { StateMark } from './StateMark';

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].sort();

/** Asks for a context whether the check is on, and tells who won and why the others did not. */
export function CheckTab({ toggles, turn }: { toggles: readonly Toggle[]; turn: number }) {
  const [parameters, change] = useParameters();
  const context = { paymentType: parameters.get('type') ?? '', localInstrumentationCode: parameters.get('instrument') ?? '', clearingSystemCode: parameters.get('clearing') ?? '' };
  const query = useQuery(checkDocument, { context: contextInput(context) });
  useReloadOn(turn, query.reload);

  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '340px minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Panel title="A payment with">
        <Box sx={{ display: 'grid', gap: 1.75, pt: 0.5 }}>
          <TextLine label="Payment type" value={context.paymentType} onChange={(type) => change({ type })} suggestions={distinct(toggles.map((toggle) => toggle.paymentType))} placeholder="none" isSearch />
          <TextLine label="Local instrument" value={context.localInstrumentationCode} onChange={(instrument) => change({ instrument })} suggestions={distinct(toggles.map((toggle) => toggle.localInstrumentationCode))} placeholder="none" />
          <TextLine label="Clearing system" value={context.clearingSystemCode} onChange={(clearing) => change({ clearing })} suggestions={distinct(toggles.map((toggle) => toggle.clearingSystemCode))} placeholder="none" />
        </Box>
      </Panel>
      <Answered query={query}>
        {({ toggleCheck: check }) => (
          <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }} role="status">
            <Panel>
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <Box sx={{ display: 'grid', placeItems: 'center', minWidth: 76, height: 56, borderRadius: '10px', fontSize: '1.25rem', fontWeight: 660, bgcolor: hue(check.isEnabled ? 'good' : 'bad', 'soft'), color: hue(check.isEnabled ? 'good' : 'bad', 'text') }}>
                  {check.isEnabled ? 'On' : 'Off'}
                </Box>
                <Box>
                  <Typography sx={{ fontWeight: 600 }}>
                    {check.toggle && check.level ? `Decided at the level ${levelName[check.level].toLowerCase()}, by the toggle for ${check.level === 'TENANT' ? 'every payment' : contextInWords(contextOf(check.toggle))}` : 'No toggle applies, so the check is on'}
                  </Typography>
                  <Typography color="textSecondary">
                    {[check.toggle?.enabledReason ?? check.toggle?.disabledReason, 'as of '].filter(Boolean).join(', ')}
                    <Moment at={check.checkedAt} as="clock" />
                    {check.toggle?.effectiveUntil && (
                      <>
                        , until <Moment at={check.toggle.effectiveUntil} />
                      </>
                    )}
                    .
                  </Typography>
                </Box>
              </Box>
            </Panel>
            {check.others.length > 0 && (
              <Panel title="Why the others did not decide" isFlush>
                <DataTable
                  label="Toggles that did not decide"
                  rows={check.others}
                  keyOf={(other) => other.toggle.id}
                  columns={[
                    { title: 'Toggle for', cell: (other) => <span style={{ fontWeight: 560 }}>{contextInWords(contextOf(other.toggle))}</span> },
                    { title: 'Check', cell: (other) => <StateMark isOn={other.toggle.isEnabled} /> },
                    { title: 'Priority', from: 700, isNumber: true, cell: (other) => other.toggle.priority },
                    { title: 'Why not', cell: (other) => other.explanation },
                  ]}
                />
              </Panel>
            )}
          </Box>
        )}
      </Answered>
    </Box>
  );
}
