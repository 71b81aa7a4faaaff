import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { colour } from '../../theme/tokens';
import type { Json, JsonObject, Path } from './document';
import type { Section } from './fields';
import { countBySection, findingsBesideNoField, type Finding } from './findings';
import { Problems } from './Problems';
import { SectionChooser } from './SectionChooser';
import { placesOf, sections } from './sections';
import { SectionView } from './SectionView';

interface FormViewProps {
  document: JsonObject;
  findings: readonly Finding[];
  section: Section;
  baseCurrency: string;
  onSection: (section: Section) => void;
  onPut: (path: Path, value: Json | undefined) => void;
  /** What is shown beside the form, or below it where there is no room; null for nothing. */
  aside: ReactNode;
}

const line = `1px solid ${colour('line')}`;

/** Without anything beside the form. */
const whole = { gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '190px minmax(0, 1fr)' }, gridTemplateRows: { xs: 'auto minmax(0, 1fr)', md: 'minmax(0, 1fr)' } } as const;

/** With something beside it, or below it where there is no room; each scrolls by itself, so that both are seen. */
const halves = {
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '190px minmax(0, 1fr)', lg: '190px minmax(0, 1fr) minmax(0, 1fr)' },
  gridTemplateRows: { xs: 'auto minmax(0, 1fr) minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)', lg: 'minmax(0, 1fr)' },
} as const;

const places = sections.flatMap(placesOf);

/** The configuration as a form, one section at a time. */
export function FormView({ document, findings, section, baseCurrency, onSection, onPut, aside }: FormViewProps) {
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, height: '100%', ...(aside ? halves : whole) }}>
      <Box sx={{ display: 'grid', minHeight: 0, overflowY: { md: 'auto' }, alignContent: 'start', ...(aside ? { gridRow: { md: '1 / -1' } } : {}) }}>
        <SectionChooser chosen={section} counts={countBySection(findings)} onChoose={onSection} />
      </Box>
      <Box sx={{ overflowY: 'auto', px: 0.5, mx: -0.5, pb: 1, minHeight: 0 }} tabIndex={-1}>
        <Problems id="configuration-problems" findings={findingsBesideNoField(findings, places)} />
        <SectionView key={section.key} section={section} document={document} findings={findings} baseCurrency={baseCurrency} onPut={onPut} />
      </Box>
      {aside && (
        <Box sx={{ overflowY: 'auto', minHeight: 0, px: 2.25, pb: 1, pt: { xs: 1, lg: 0 }, borderLeft: { lg: line }, borderTop: { xs: line, lg: 0 } }} tabIndex={-1}>
          {aside}
        </Box>
      )}
    </Box>
  );
}
