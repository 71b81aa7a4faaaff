import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { inWords } from '../assessments/words';
import { Icon } from '../icons/Icon';
import { EmptyState } from '../layout/EmptyState';
import { Facts } from '../layout/Facts';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { ConfigurationDialog } from './ConfigurationDialog';
import { sectionsOf, valueInWords } from './configurationDocument';
import { DeleteConfigurationDialog } from './DeleteConfigurationDialog';
import type { Edited } from './form/saving';

/** A configuration with what is shown of it beside its document. */
export interface ShownConfiguration extends Edited {
  readonly paymentType: string | null;
  readonly localInstrumentationCode: string | null;
  readonly clearingSystemCode: string | null;
  readonly paymentSource: string;
  readonly riskAssessmentType: string;
  readonly isEnabled: boolean;
  readonly priority: number;
  readonly description: string | null;
  readonly updatedAt: string;
}

interface ConfigurationsProps {
  configurations: readonly ShownConfiguration[];
  baseCurrency: string;
  /** The draft that they are in; null for the policy in force. */
  draft: { readonly id: string; readonly tag: string } | null;
  /** Whether they may be changed at all, by whoever has the permission. */
  isOpen: boolean;
  onChanged: () => void;
}

type Doing = { readonly what: 'WRITE'; readonly edited: Edited | null } | { readonly what: 'DELETE'; readonly edited: Edited } | null;

/** The risk configurations, in the order in which they decide. */
export function Configurations({ configurations, baseCurrency, draft, isOpen, onChanged }: ConfigurationsProps) {
  const [parameters] = useParameters();
  const wanted = parameters.get('configuration');
  const ordered = [...configurations].sort((a, b) => a.priority - b.priority);
  const mayChange = useMay('CHANGE_CONFIGURATIONS') && isOpen;
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => {
    setDoing(null);
    onChanged();
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {mayChange && (
        <Button variant="outlined" color="inherit" startIcon={<Icon name="plus" size={16} />} onClick={() => setDoing({ what: 'WRITE', edited: null })} sx={{ justifySelf: 'start' }}>
          New configuration
        </Button>
      )}
      {ordered.length === 0 && (
        <Panel>
          <EmptyState icon="policy" title="No risk configuration">
            Without one every payment is put before a person.
          </EmptyState>
        </Panel>
      )}
      {ordered.map((configuration) => (
        <One
          key={configuration.id}
          configuration={configuration}
          isWanted={configuration.id === wanted}
          onEdit={mayChange ? () => setDoing({ what: 'WRITE', edited: configuration }) : undefined}
          onDelete={() => setDoing({ what: 'DELETE', edited: configuration })}
        />
      ))}
      {doing?.what === 'WRITE' && <ConfigurationDialog edited={doing.edited} draft={draft} baseCurrency={baseCurrency} onClose={() => setDoing(null)} onDone={done} />}
      {doing?.what === 'DELETE' && <DeleteConfigurationDialog edited={doing.edited} draft={draft} onClose={() => setDoing(null)} onDone={done} />}
    </Box>
  );
}

function One({ configuration, isWanted, onEdit, onDelete }: { configuration: ShownConfiguration; isWanted: boolean; onEdit: (() => void) | undefined; onDelete: () => void }) {
  const context = [configuration.paymentType, configuration.localInstrumentationCode, configuration.clearingSystemCode].filter(Boolean).join(' / ');
  return (
    <Panel
      title={configuration.configurationName}
      note={<Tag of={configuration.isEnabled ? 'good' : 'neutral'}>{configuration.isEnabled ? 'Enabled' : 'Disabled'}</Tag>}
      action={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Typography variant="caption" color="textSecondary" sx={{ mr: 0.5 }}>
            priority {configuration.priority}
          </Typography>
          {onEdit && (
            <>
              <IconButton aria-label={`Change ${configuration.configurationName}`} onClick={onEdit}>
                <Icon name="edit" />
              </IconButton>
              <IconButton aria-label={`Delete ${configuration.configurationName}`} onClick={onDelete}>
                <Icon name="trash" />
              </IconButton>
            </>
          )}
        </Box>
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
