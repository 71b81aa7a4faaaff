import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { roleName } from '../session/roleNames';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { holdersDocument, keysDocument, type ApiKey } from './documents';
import { IssuedDialog, NewKeyDialog, RevokeDialog, RotateDialog, type Issued } from './KeyDialogs';

const looks = { ACTIVE: ['Active', 'good'], EXPIRED: ['Expired', 'neutral'], REVOKED: ['Revoked', 'bad'] } as const;

type Doing = { readonly what: 'CREATE' } | { readonly what: 'ROTATE' | 'REVOKE'; readonly key: ApiKey } | { readonly what: 'SHOW'; readonly issued: Issued } | null;

/** The keys that programs come with. */
export default function KeysPage() {
  const query = useQuery(keysDocument, {});
  const mayManage = useMay('MANAGE_KEYS');
  const people = useQuery(holdersDocument, {}, useMay('READ_USERS')).data?.users ?? [];
  const holderOf = (key: ApiKey) => (key.userId ? (people.find((person) => person.id === key.userId)?.name ?? key.userId) : 'nobody');
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const issued = (made: Issued) => {
    query.reload();
    setDoing({ what: 'SHOW', issued: made });
  };
  const columns: readonly Column<ApiKey>[] = [
    {
      title: 'For',
      cell: (key) => (
        <>
          <Box sx={{ fontWeight: 560 }}>{key.label}</Box>
          <code style={{ opacity: 0.8 }}>{key.prefix ? `${key.prefix}…` : key.id}</code>
        </>
      ),
    },
    { title: 'Roles', from: 620, cell: (key) => key.roles.map(roleName).join(', ') },
    { title: 'Held by', from: 760, cell: holderOf },
    { title: 'Status', cell: (key) => <Tag of={looks[key.status][1]}>{looks[key.status][0]}</Tag> },
    { title: 'Made', from: 900, cell: (key) => <Moment at={key.createdAt} as="day" /> },
    { title: 'Last used', from: 760, cell: (key) => (key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : 'never') },
    { title: 'Ends', from: 900, cell: (key) => (key.revokedAt ? <Moment at={key.revokedAt} /> : key.expiresAt ? <Moment at={key.expiresAt} /> : 'never') },
    ...(mayManage
      ? [
          {
            title: 'Actions',
            isNumber: true,
            cell: (key: ApiKey) =>
              key.status === 'ACTIVE' && (
                <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                  <IconButton aria-label={`Rotate ${key.label}`} onClick={() => setDoing({ what: 'ROTATE', key })}>
                    <Icon name="rotate" />
                  </IconButton>
                  <IconButton aria-label={`Revoke ${key.label}`} onClick={() => setDoing({ what: 'REVOKE', key })}>
                    <Icon name="trash" />
                  </IconButton>
                </Box>
              ),
          },
        ]
      : []),
  ];

  return (
    <Page
      title="API keys"
      help={helpTopics.keys}
      lead="What programs come with. A key is shown once, when it is made."
      actions={
        mayManage && (
          <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setDoing({ what: 'CREATE' })}>
            New key
          </Button>
        )
      }
    >
      <Panel isFlush>
        <Answered query={query}>
          {({ keys }) =>
            keys.length === 0 ? (
              <EmptyState icon="keys" title="No key yet">
                A program that submits payments needs one with the role Service.
              </EmptyState>
            ) : (
              <DataTable label="API keys" columns={columns} rows={[...keys].sort((a, b) => (a.status === b.status ? (a.createdAt < b.createdAt ? 1 : -1) : a.status === 'ACTIVE' ? -1 : 1))} keyOf={(key) => key.id} />
            )
          }
        </Answered>
      </Panel>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1.5 }}>
        Last use is noted to the hour.
      </Typography>
      {doing?.what === 'CREATE' && <NewKeyDialog onClose={close} onIssued={issued} />}
      {doing?.what === 'ROTATE' && <RotateDialog apiKey={doing.key} onClose={close} onIssued={issued} />}
      {doing?.what === 'REVOKE' && (
        <RevokeDialog
          apiKey={doing.key}
          onClose={close}
          onDone={() => {
            query.reload();
            close();
          }}
        />
      )}
      {doing?.what === 'SHOW' && <IssuedDialog issued={doing.issued} onClose={close} />}
    </Page>
  );
}
