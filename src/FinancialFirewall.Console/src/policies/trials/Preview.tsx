import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { ask } from '../../graph/client';
import { Failure } from '../../layout/Failure';
import { Waiting } from '../../layout/Waiting';
import { put, type JsonObject } from '../form/document';
import { previewDocument, type Report } from './documents';
import { ReportView } from './ReportView';

/** How many of the latest payments are looked at. */
const payments = 1_000;

/** How many samples of each change are asked for. */
const samples = 5;

/** How long somebody has to pause before payments are decided once more, in milliseconds. */
const pauseMs = 800;

interface PreviewProps {
  document: JsonObject;
  id: string | null;
  /** The draft that it is written in; null for the policy in force. */
  draft: string | null;
  isSound: boolean;
  onClose: () => void;
}

/** What a configuration that is being written would have decided about the latest payments, in place of the one that it replaces in its draft, or in the policy in force. */
export function Preview({ document, id, draft, isSound, onClose }: PreviewProps) {
  const [told, setTold] = useState<{ of: JsonObject | null; report: Report | null; error: Error | undefined }>({ of: null, report: null, error: undefined });
  useEffect(() => {
    if (!isSound) return;
    const ended = new AbortController();
    const look = async () => {
      try {
        const configurations = [put(document, ['id'], id ?? undefined)];
        const { policyPreview } = await ask(previewDocument, { preview: { draft, configurations, payments, samples } }, ended.signal);
        setTold({ of: document, report: policyPreview, error: undefined });
      } catch (error) {
        if (!ended.signal.aborted) setTold((before) => ({ ...before, of: document, error: error as Error }));
      }
    };
    const timer = setTimeout(() => void look(), pauseMs);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [document, id, draft, isSound]);
  return (
    <Box component="section" aria-label="On recent payments" sx={{ display: 'grid', gap: 1, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 620, fontSize: '0.9375rem', mr: 'auto' }}>
          On recent payments
        </Typography>
        <Typography role="status" variant="caption" color="textSecondary">
          {!isSound ? 'Mend it first' : told.of === document ? '' : 'Deciding…'}
        </Typography>
        <Button color="inherit" size="small" onClick={onClose}>
          Hide
        </Button>
      </Box>
      {told.error && <Failure error={told.error} />}
      {told.report ? told.report.compared === 0 ? <Typography color="textSecondary">There is no payment yet.</Typography> : <ReportView report={told.report} isBrief /> : isSound && !told.error && <Waiting rows={4} />}
    </Box>
  );
}
