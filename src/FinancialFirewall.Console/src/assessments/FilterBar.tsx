import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Icon } from '../icons/Icon';
import { Choice } from '../layout/Choice';
import { TextLine } from '../layout/TextLine';
import { colour, hue } from '../theme/tokens';
import { fromLocalInput, toLocalInput } from '../time/format';
import { isFiltering, type Filter } from './filter';
import { decisionLook, decisions, levelLook, levels } from './words';

type Changes = Readonly<Record<string, string | readonly string[] | null>>;

const typingMs = 400;

/** What is wanted: everything that is given holds at once. */
export function FilterBar({ filter, onChange }: { filter: Filter; onChange: (changes: Changes) => void }) {
  const [account, setAccount] = useState(filter.account);
  useEffect(() => setAccount(filter.account), [filter.account]);
  useEffect(() => {
    if (account === filter.account) {
      return;
    }

    const timer = setTimeout(() => onChange({ account }), typingMs);
    return () => clearTimeout(timer);
  }, [account, filter.account, onChange]);

  const toggled = <T extends string>(chosen: readonly T[], one: T) => (chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <Box role="search" aria-label="Filter assessments" sx={{ display: 'grid', gap: 1.5, p: 2, borderBottom: `1px solid ${colour('line')}` }}>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: '2fr 1.3fr 1.3fr 1.5fr 1.5fr' } }}>
        <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' } }}>
          <TextLine label="Debtor account" value={account} onChange={setAccount} placeholder="IBAN, account or card number" isSearch />
        </Box>
        <Choice
          label="View"
          value={filter.view}
          onChange={(view) => onChange({ view: view === 'ALL' ? null : view })}
          options={[
            ['ALL', 'All'],
            ['PENDING_REVIEW', 'Waiting for a person'],
            ['HIGH_RISK', 'High risk'],
            ['CRITICAL_RISK', 'Critical risk'],
          ]}
        />
        <Choice
          label="Order"
          value={filter.order}
          onChange={(order) => onChange({ order: order === 'NEWEST_FIRST' ? null : order })}
          options={[
            ['NEWEST_FIRST', 'Newest first'],
            ['OLDEST_FIRST', 'Oldest first'],
            ['HIGHEST_SCORE_FIRST', 'Riskiest first'],
            ['LOWEST_SCORE_FIRST', 'Least risky first'],
          ]}
        />
        <TextLine label="Assessed from" type="datetime-local" value={toLocalInput(filter.from)} onChange={(value) => onChange({ from: fromLocalInput(value) })} />
        <TextLine label="Assessed before" type="datetime-local" value={toLocalInput(filter.until)} onChange={(value) => onChange({ until: fromLocalInput(value) })} />
      </Box>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', alignItems: 'center' }}>
        {decisions.map((decision) => (
          <Chip key={decision} isOn={filter.decisions.includes(decision)} mark={hue(decisionLook[decision].hue, 'mark')} onClick={() => onChange({ decision: toggled(filter.decisions, decision) })}>
            {decisionLook[decision].name}
          </Chip>
        ))}
        <Box component="span" aria-hidden="true" sx={{ width: '1px', height: 20, bgcolor: colour('line'), mx: 0.75 }} />
        {levels.map((level) => (
          <Chip key={level} isOn={filter.levels.includes(level)} mark={hue(levelLook[level].hue, 'mark')} onClick={() => onChange({ level: toggled(filter.levels, level) })}>
            {levelLook[level].name}
          </Chip>
        ))}
        {filter.factor !== '' && (
          <Chip isOn onClick={() => onChange({ factor: null })}>
            Factor {filter.factor} ✕
          </Chip>
        )}
        {filter.configuration !== '' && (
          <Chip isOn onClick={() => onChange({ configuration: null })}>
            One configuration ✕
          </Chip>
        )}
        {isFiltering(filter) && (
          <Button color="inherit" startIcon={<Icon name="close" size={15} />} onClick={() => onChange({ view: null, account: null, decision: null, level: null, from: null, until: null, factor: null, configuration: null })} sx={{ ml: 'auto', color: 'text.secondary' }}>
            Clear
          </Button>
        )}
      </Box>
    </Box>
  );
}

function Chip({ isOn, mark, onClick, children }: { isOn: boolean; mark?: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Box
      component="button"
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        height: 28,
        px: 1.25,
        borderRadius: '14px',
        border: `1px solid ${colour('lineStrong')}`,
        bgcolor: 'transparent',
        color: 'text.secondary',
        font: 'inherit',
        fontSize: '0.75rem',
        fontWeight: 540,
        cursor: 'pointer',
        '&:hover': { color: 'text.primary' },
        '&[aria-pressed="true"]': { borderColor: colour('accent'), bgcolor: colour('accentSoft'), color: 'text.primary' },
      }}
    >
      {mark && <Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: mark }} />}
      {children}
    </Box>
  );
}
