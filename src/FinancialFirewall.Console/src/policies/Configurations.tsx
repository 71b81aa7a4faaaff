import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { inWords } from '../assessments/words';
import { EmptyState } from '../layout/EmptyState';
import { Facts } from '../layout/Facts';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { useParameters } from '../routing/useParameters';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { sectionsOf, valueInWords } from './configurationDocument';
import type { Policy } from './PolicyPage';

type Configuration = Policy['configurations'][number];

/** The risk configurations, in the order in which they decide. */
export function Configurations({ configurations }: { configurations: readonly Configuration[] }) {
  const [parameters] = useParameters();
  const wanted = parameters.get('configuration');
  const ordered = [...configurations].sort((a, b) => a.priority - b.priority);
  return ordered.length === 0 ? (
    <Panel>
      <EmptyState icon="policy" title="No risk configuration">
        Without one every payment is put before a person.
      </EmptyState>
    </Panel>
  ) : (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {ordered.map((configuration) => (
        <One key={configuration.id} configuration={configuration} isWanted={configuration.id === wanted} />
      ))}
    </Box>
  );
}

function One({ configuration, isWanted }: { configuration: Configuration; isWanted: boolean }) {
  const context = [configuration.paymentType, configuration.localInstrumentationCode, configuration.clearingSystemCode].filter(Boolean).join(' / ');
  return (
    <Panel
      title={configuration.configurationName}
      note={<Tag of={configuration.isEnabled ? 'good' : 'neutral'}>{configuration.isEnabled ? 'Enabled' : 'Disabled'}</Tag>}
      action={
        <Typography variant="caption" color="textSecondary">
          priority {configuration.priority}
        </Typography>
      }
      sx={isWanted ? { borderColor: colour('accent') } : {}}
    >
      {configuration.description && <Typography sx={{ mb: 1 }}>{configuration.description}</Typography>}
      <Facts
        facts={[
          ['For', `${context || 'every payment'}, ${configuration.paymentSource === 'BOTH' ? 'any source' : inWords(configuration.paymentSource).toLowerCase()}`],
          ['Type', inWords(configuration.riskAssessmentType)],
          ['Changed', Date.parse(configuration.updatedAt) > 0 && <Moment at={configuration.updatedAt} />],
        ]}
      />
      {sectionsOf(configuration.document).map((section) => (
        <Box key={section.name} component="details" sx={{ borderTop: `1px solid ${colour('line')}`, '& summary': { cursor: 'pointer', py: 1, fontWeight: 560, fontSize: '0.8125rem' } }} open={section.isLeading}>
          <summary>{inWords(section.name)}</summary>
          <Box sx={{ pb: 1.5, pl: 2 }}>
            <Facts facts={section.members.map(([name, value]) => [inWords(name), <Value key={name} value={value} />] as const)} nameWidth={220} />
          </Box>
        </Box>
      ))}
    </Panel>
  );
}

function Value({ value }: { value: unknown }) {
  const words = valueInWords(value);
  return words.isCode ? <code style={{ whiteSpace: 'pre-wrap' }}>{words.text}</code> : <>{words.text}</>;
}
