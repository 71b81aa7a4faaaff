import Box from '@mui/material/Box';
import { Choice } from '../../layout/Choice';
import { colour, hue } from '../../theme/tokens';
import type { Section } from './fields';
import { chapters } from './sections';

type Counts = ReadonlyMap<string, { readonly errors: number; readonly warnings: number }>;

interface SectionChooserProps {
  chosen: Section;
  counts: Counts;
  onChoose: (section: Section) => void;
}

/** The sections of the form, each with how much is wrong in it: a list on a desk, one field on a phone. */
export function SectionChooser({ chosen, counts, onChoose }: SectionChooserProps) {
  const all = chapters.flatMap((chapter) => chapter.sections);
  const suffix = (section: Section) => {
    const count = counts.get(section.key);
    return count ? ` (${count.errors > 0 ? `${count.errors} to mend` : `${count.warnings} to look at`})` : '';
  };
  return (
    <>
      <Box sx={{ display: { xs: 'block', md: 'none' } }}>
        <Choice
          label="Part of the configuration"
          value={chosen.key}
          options={all.map((section) => [section.key, section.title + suffix(section)] as const)}
          onChange={(key) => {
            const section = all.find((one) => one.key === key);
            if (section) onChoose(section);
          }}
        />
      </Box>
      <Box component="nav" aria-label="Parts of the configuration" sx={{ display: { xs: 'none', md: 'block' }, overflowY: 'auto', pr: 1 }}>
        {chapters.map((chapter) => (
          <Box key={chapter.title} sx={{ mb: 1.5 }}>
            <Box sx={{ fontSize: '0.6875rem', fontWeight: 600, color: 'text.secondary', px: 1.25, py: 0.5 }}>{chapter.title}</Box>
            {chapter.sections.map((section) => (
              <Entry key={section.key} section={section} isChosen={section.key === chosen.key} suffix={suffix(section)} errors={counts.get(section.key)?.errors ?? 0} onChoose={() => onChoose(section)} />
            ))}
          </Box>
        ))}
      </Box>
    </>
  );
}

function Entry({ section, isChosen, suffix, errors, onChoose }: { section: Section; isChosen: boolean; suffix: string; errors: number; onChoose: () => void }) {
  return (
    <Box
      component="button"
      type="button"
      aria-current={isChosen ? 'true' : undefined}
      aria-label={section.title + suffix}
      onClick={onChoose}
      sx={{
        display: 'flex',
        width: '100%',
        justifyContent: 'space-between',
        gap: 1,
        border: 0,
        borderRadius: '7px',
        px: 1.25,
        py: 0.75,
        font: 'inherit',
        fontSize: '0.8125rem',
        textAlign: 'left',
        cursor: 'pointer',
        color: isChosen ? 'primary.main' : 'text.primary',
        fontWeight: isChosen ? 600 : 450,
        bgcolor: isChosen ? colour('accentSoft') : 'transparent',
        '&:hover': { bgcolor: isChosen ? colour('accentSoft') : colour('sunken') },
      }}
    >
      {section.title}
      {suffix !== '' && <Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', alignSelf: 'center', bgcolor: hue(errors > 0 ? 'bad' : 'caution', 'mark') }} />}
    </Box>
  );
}
