import Box from '@mui/material/Box';
import { EmptyState } from '../layout/EmptyState';
import { Panel } from '../layout/Panel';
import { colour, hue } from '../theme/tokens';
import { formatDay, formatMoment } from '../time/format';
import type { Toggle } from './documents';
import { contextInWords, contextOf } from './hierarchy';
import { rangeOf, stretchOf } from './schedule';

/** When toggles hold, on a line of time around now. */
export function ScheduleTab({ toggles, onEdit }: { toggles: readonly Toggle[]; onEdit: ((toggle: Toggle) => void) | undefined }) {
  const now = Date.now();
  const range = rangeOf(toggles, now);
  const at = (time: number) => ((time - range.from) / (range.until - range.from)) * 100;
  const rows = toggles.flatMap((toggle) => {
    const stretch = stretchOf(toggle, range);
    return toggle.isActive && stretch ? [{ toggle, stretch }] : [];
  });
  return (
    <Panel title="When toggles hold" note={`${formatDay(new Date(range.from))} to ${formatDay(new Date(range.until))}`}>
      {rows.length === 0 ? (
        <EmptyState icon="clock" title="Nothing holds in this time">
          A toggle with a beginning or an end is drawn here, so that maintenance windows and exceptions are seen before they come.
        </EmptyState>
      ) : (
        <Box sx={{ position: 'relative', pt: 3 }}>
          <Box aria-hidden="true" sx={{ position: 'absolute', top: 0, bottom: 0, left: { xs: 0, sm: 200 }, right: 0, pointerEvents: 'none', zIndex: 1 }}>
            <Box sx={{ position: 'absolute', top: 20, bottom: 0, left: `${at(now)}%`, borderLeft: `1.5px dashed ${colour('accent')}` }} />
            <Box sx={{ position: 'absolute', top: 0, left: `${at(now)}%`, transform: 'translateX(-50%)', fontSize: '0.6875rem', fontWeight: 600, color: 'primary.main' }}>now</Box>
          </Box>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, display: 'grid', gap: 1 }}>
            {rows.map(({ toggle, stretch }) => {
              const words = `${toggle.effectiveFrom ? `from ${formatMoment(new Date(toggle.effectiveFrom))}` : 'since always'}, ${toggle.effectiveUntil ? `until ${formatMoment(new Date(toggle.effectiveUntil))}` : 'for ever'}`;
              return (
                <Box component="li" key={toggle.id} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '200px minmax(0, 1fr)' }, alignItems: 'center' }}>
                  <Box sx={{ fontSize: '0.8125rem', fontWeight: 560, pr: 2, overflowWrap: 'anywhere' }}>{contextInWords(contextOf(toggle))}</Box>
                  <Box sx={{ position: 'relative', height: 28, borderRadius: '7px', bgcolor: colour('sunken') }}>
                    <Box
                      component={onEdit ? 'button' : 'div'}
                      title={words}
                      aria-label={`${toggle.isEnabled ? 'On' : 'Off'} ${words}`}
                      {...(onEdit ? { type: 'button', onClick: () => onEdit(toggle) } : { role: 'img' })}
                      sx={{
                        position: 'absolute',
                        insetBlock: 3,
                        left: `${at(stretch.from)}%`,
                        width: `max(${at(stretch.until) - at(stretch.from)}%, 34px)`,
                        border: 0,
                        borderRadius: `${stretch.isOpenBefore ? 0 : 6}px ${stretch.isOpenBehind ? 0 : 6}px ${stretch.isOpenBehind ? 0 : 6}px ${stretch.isOpenBefore ? 0 : 6}px`,
                        bgcolor: hue(toggle.isEnabled ? 'good' : 'bad', 'soft'),
                        borderInline: `3px solid ${hue(toggle.isEnabled ? 'good' : 'bad', 'mark')}`,
                        color: hue(toggle.isEnabled ? 'good' : 'bad', 'text'),
                        font: 'inherit',
                        fontSize: '0.75rem',
                        fontWeight: 580,
                        textAlign: 'left',
                        px: 0.75,
                        display: 'flex',
                        alignItems: 'center',
                        cursor: onEdit ? 'pointer' : 'default',
                      }}
                    >
                      {toggle.isEnabled ? 'On' : 'Off'}
                    </Box>
                  </Box>
                </Box>
              );
            })}
          </Box>
        </Box>
      )}
    </Panel>
  );
}
