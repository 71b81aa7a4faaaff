import IconButton from '@mui/material/IconButton';
import { inWords } from '../assessments/words';
import { Icon } from '../icons/Icon';
import type { Column } from '../layout/DataTable';
import { Tag } from '../layout/Tag';
import { Moment } from '../time/Moment';
import type { Entry } from './documents';

/** Who added an entry, as people say it: the reader is `You`. */
export function adderInWords(addedBy: string | null, readerId: string | null): string {
  const [kind = '', id] = (addedBy ?? '').split(' ');
  return kind === '' ? '–' : id !== undefined && id === readerId ? 'You' : [inWords(kind), id].filter(Boolean).join(' ');
}

/** The columns of a list's entries; without removing where nobody may. */
export const columnsFor = (readerId: string | null, onRemove: ((entry: Entry) => void) | null): readonly Column<Entry>[] => [
  { title: 'Value', cell: (entry) => <code style={{ overflowWrap: 'anywhere' }}>{entry.value}</code> },
  { title: 'Why', from: 620, cell: (entry) => entry.reason ?? '–' },
  { title: 'Until', cell: (entry) => (entry.isExpired ? <Tag of="neutral">Over</Tag> : entry.expiresAt ? <Moment at={entry.expiresAt} as="day" /> : 'for ever') },
  { title: 'Added', from: 900, cell: (entry) => (entry.addedAt ? <Moment at={entry.addedAt} as="day" /> : 'with the policy') },
  { title: 'By', from: 1000, cell: (entry) => adderInWords(entry.addedBy, readerId) },
  { title: 'Source', from: 1240, cell: (entry) => (entry.source === null || entry.source === 'POLICY' ? 'Policy file' : entry.source) },
  ...(onRemove
    ? [
        {
          title: 'Remove',
          isNumber: true,
          cell: (entry: Entry) => (
            <IconButton aria-label={`Remove ${entry.value}`} onClick={() => onRemove(entry)}>
              <Icon name="trash" />
            </IconButton>
          ),
        },
      ]
    : []),
];
