import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
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

const places = sections.flatMap(placesOf);

/** The configuration as a form, one section at a time. */
export function FormView({ document, findings, section, baseCurrency, onSection, onPut, aside }: FormViewProps) {
  const isRoomy = useMediaQuery('(min-width: 1200px)');
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '190px minmax(0, 1fr)', ...(aside && isRoomy ? { md: '190px minmax(0, 1fr) minmax(0, 1fr)' } : {}) }, gridTemplateRows: { xs: 'auto minmax(0, 1fr)', md: 'minmax(0, 1fr)' }, height: '100%' }}>
      <SectionChooser chosen={section} counts={countBySection(findings)} onChoose={onSection} />
      <Box sx={{ overflowY: 'auto', px: 0.5, mx: -0.5, pb: 1, minHeight: 0 }} tabIndex={-1}>
        <Problems id="configuration-problems" findings={findingsBesideNoField(findings, places)} />
        <SectionView key={section.key} section={section} document={document} findings={findings} baseCurrency={baseCurrency} onPut={onPut} />
        {aside && !isRoomy && <Box sx={{ mt: 3, px: 2.25 }}>{aside}</Box>}
      </Box>
      {aside && isRoomy && <Box sx={{ overflowY: 'auto', minHeight: 0, px: 2.25, pb: 1, borderLeft: `1px solid ${colour('line')}` }}>{aside}</Box>}
    </Box>
  );
}
