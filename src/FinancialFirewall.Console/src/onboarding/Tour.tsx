import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { colour } from '../theme/tokens';
import { showTour } from './shown';
import { placeOf, tourSteps, type Area } from './tourSteps';

/** Where a step points at now; null where that is not to be seen. */
function areaOf(selector: string): Area | null {
  const target = [...document.querySelectorAll(selector)].find((one) => one.getClientRects().length > 0);
  if (!target) {
    return null;
  }

  const { left, top, width, height } = target.getBoundingClientRect();
  return { left, top, width, height };
}

/** Shows somebody around: a card that points at one thing after the other. It holds nobody up, and Esc leaves it. */
export default function Tour() {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [at, setAt] = useState(0);
  const [places, setPlaces] = useState<{ target: Area | null; card: { left: number; top: number } }>();
  const step = tourSteps[at] ?? tourSteps[0];

  useLayoutEffect(() => {
    const look = () => {
      const target = areaOf(step?.at ?? '');
      setPlaces({ target, card: placeOf(target, card.current?.getBoundingClientRect() ?? { width: 0, height: 0 }, { width: innerWidth, height: innerHeight }) });
    };
    look();
    next.current?.focus({ preventScroll: true });
    addEventListener('resize', look);
    addEventListener('scroll', look, true);
    return () => {
      removeEventListener('resize', look);
      removeEventListener('scroll', look, true);
    };
  }, [step]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') showTour(false);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const isLast = at === tourSteps.length - 1;
  return (
    <>
      {places?.target && (
        <Box
          aria-hidden="true"
          style={{ left: places.target.left - 4, top: places.target.top - 4, width: places.target.width + 8, height: places.target.height + 8 }}
          sx={{ position: 'fixed', zIndex: 1350, pointerEvents: 'none', borderRadius: '9px', boxShadow: `0 0 0 2px ${colour('accent')}, 0 0 0 9999px rgb(12 18 30 / .32)` }}
        />
      )}
      <Box
        ref={card}
        role="dialog"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        style={{ left: places?.card.left ?? 0, top: places?.card.top ?? 0 }}
        sx={{ position: 'fixed', zIndex: 1351, width: 'min(340px, calc(100vw - 24px))', p: 2.25, borderRadius: '12px', bgcolor: colour('raised'), border: `1px solid ${colour('line')}`, boxShadow: '0 18px 48px rgb(0 0 0 / .24)' }}
      >
        <Typography variant="h2" id={`${id}-title`}>
          {step?.title}
        </Typography>
        <Typography id={`${id}-text`} sx={{ mt: 0.75 }}>
          {step?.text}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 2 }}>
          <Typography variant="caption" color="textSecondary" sx={{ mr: 'auto' }}>
            {at + 1} of {tourSteps.length}
          </Typography>
          {!isLast && (
            <Button color="inherit" onClick={() => showTour(false)} sx={{ color: 'text.secondary' }}>
              Skip
            </Button>
          )}
          {at > 0 && (
            <Button color="inherit" onClick={() => setAt(at - 1)}>
              Back
            </Button>
          )}
          <Button ref={next} variant="contained" onClick={() => (isLast ? showTour(false) : setAt(at + 1))}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </Box>
      </Box>
    </>
  );
}
