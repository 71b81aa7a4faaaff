import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { Failure } from '../layout/Failure';
import { FormDialog } from '../layout/FormDialog';
import { Panel } from '../layout/Panel';
import { TextLine } from '../layout/TextLine';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { switchDocument, type Toggle } from './documents';
import { contextInput, contextInWords, levelName, levelOrder, placesOf, type Place } from './hierarchy';
import { StateMark } from './StateMark';
import { maximumPlaces, useStates, type State } from './useStates';

interface HierarchyTabProps {
  toggles: readonly Toggle[];
  turn: number;
  mayChange: boolean;
  onChanged: () => void;
}

const indent = 26;

/** The hierarchy as a tree, with what holds at each place. */
export function HierarchyTab({ toggles, turn, mayChange, onChanged }: HierarchyTabProps) {
  const places = placesOf(toggles);
  const { query, states } = useStates(places, turn);
  const [switched, setSwitched] = useState<{ place: Place; isOn: boolean } | null>(null);
  return (
    <Panel title="What holds where" note="the most specific level that has a toggle in force decides; payments that no place below names go by the one above">
      {query.error && <Failure error={query.error} onRetry={query.reload} />}
      <Box component="ul" sx={{ listStyle: 'none', p: 0 }} aria-label="Hierarchy of contexts">
        {places.slice(0, maximumPlaces).map((place) => (
          <PlaceRow key={place.key} place={place} state={states.get(place.key)} onSwitch={mayChange ? (isOn) => setSwitched({ place, isOn }) : undefined} />
        ))}
      </Box>
      {places.length > maximumPlaces && <Typography color="textSecondary">{places.length - maximumPlaces} more are under All toggles.</Typography>}
      {switched && (
        <SwitchDialog
          place={switched.place}
          isOn={switched.isOn}
          onClose={() => setSwitched(null)}
          onDone={() => {
            setSwitched(null);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function PlaceRow({ place, state, onSwitch }: { place: Place; state: State | undefined; onSwitch: ((isOn: boolean) => void) | undefined }) {
  const name = place.key === '' ? levelName.TENANT : (place.key.split(' / ').at(-1) ?? '');
  const level = levelOrder[place.depth] ?? 'CLEARING_SYSTEM';
  return (
    <Box
      component="li"
      sx={{ position: 'relative', display: 'flex', alignItems: 'center', gap: 1.5, py: 1.125, pl: `${place.depth * indent}px`, borderTop: `1px solid ${colour('line')}`, '&:first-of-type': { borderTop: 0 } }}
    >
      {place.depth > 0 && <Box aria-hidden="true" sx={{ position: 'absolute', left: `${(place.depth - 1) * indent + 9}px`, top: 0, bottom: '50%', width: 14, borderLeft: `1.5px solid ${colour('lineStrong')}`, borderBottom: `1.5px solid ${colour('lineStrong')}`, borderBottomLeftRadius: 6 }} />}
      <Box sx={{ minWidth: 0, flex: '0 1 240px' }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Box>
        <Typography variant="caption" color="textSecondary" component="div">
          {place.depth === 0 ? 'every payment' : levelName[level].toLowerCase()}
        </Typography>
      </Box>
      <Box sx={{ width: 44, flexShrink: 0 }}>{state && <StateMark isOn={state.isEnabled} />}</Box>
      <Box sx={{ minWidth: 0, flex: 1, color: 'text.secondary', fontSize: '0.8125rem', display: { xs: 'none', sm: 'block' } }}>{state && <Why state={state} place={place} />}</Box>
      {onSwitch && state && (
        <Button variant="outlined" color="inherit" onClick={() => onSwitch(!state.isEnabled)} aria-label={`Switch ${state.isEnabled ? 'off' : 'on'}: ${contextInWords(place.context)}`} sx={{ ml: 'auto', flexShrink: 0 }}>
          Switch {state.isEnabled ? 'off' : 'on'}
        </Button>
      )}
    </Box>
  );
}

function Why({ state, place }: { state: State; place: Place }) {
  if (state.level === null || state.toggle === null) {
    return <>No toggle applies: on by default</>;
  }

  const isOwn = levelOrder.indexOf(state.level) === place.depth;
  const reason = state.isEnabled ? state.toggle.enabledReason : state.toggle.disabledReason;
  return (
    <>
      {isOwn ? 'By a toggle of its own' : `From ${levelName[state.level].toLowerCase()}`}
      {reason && `: ${reason}`}
      {state.toggle.effectiveUntil && (
        <>
          , until <Moment at={state.toggle.effectiveUntil} />
        </>
      )}
    </>
  );
}

function SwitchDialog({ place, isOn, onClose, onDone }: { place: Place; isOn: boolean; onClose: () => void; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const change = useChange(switchDocument);
  const act = async () => {
    if (await change.run({ isEnabled: isOn, context: contextInput(place.context), reason: reason || null })) onDone();
  };
  return (
    <FormDialog title={`Switch the fraud check ${isOn ? 'on' : 'off'}`} act={`Switch ${isOn ? 'on' : 'off'}`} isGrave={!isOn} isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>
        For {place.depth === 0 ? 'the whole tenant' : contextInWords(place.context)}. It holds for the very next payment{isOn ? '.' : ', which is then approved without asking any rule; only mandatory lists still hold.'}
      </Typography>
      <TextLine label="Why" value={reason} onChange={setReason} maxLength={500} autoFocus hint="For whoever asks later; it stands in every payment that it decides." />
    </FormDialog>
  );
}
