import { useState, type ReactNode } from 'react';
import { useChange } from '../graph/useChange';
import { useMay, useViewer } from '../session/useViewer';
import { CancelDialog, DecideDialog, RetryDialog, type WantedDecision } from './DecisionDialogs';
import { claimDocument, releaseDocument } from './documents';
import type { Act } from './triage';
import type { Reviewers } from './useReviewers';
import type { Waiting } from './waiting';
import { AssignDialog, NoteDialog } from './WorkDialogs';

/** What is done to the payment itself, and not to what is chosen. */
export type ReviewAct = Exclude<Act, 'NEXT' | 'PREVIOUS' | 'OPEN'>;

/** What can be done to a payment that waits, and how far that is. */
export interface ReviewActs {
  readonly act: (what: ReviewAct) => void;
  readonly mayReview: boolean;
  readonly mayAssign: boolean;
  /** Whether who is signed in has it. */
  readonly isMine: boolean;
  /** Whether who is signed in was the first of two to decide. */
  readonly hasVoted: boolean;
  readonly isBusy: boolean;
  readonly error: Error | undefined;
  /** What is open; null where nothing is. */
  readonly dialog: ReactNode;
}

/** Has things done to a payment that waits; what takes a reason opens a dialog. */
export function useReviewActs(waiting: Waiting, reviewers: Reviewers, onDone: (isDecided: boolean) => void): ReviewActs {
  const [mayReview, mayAssign] = [useMay('REVIEW_ASSESSMENTS'), useMay('ASSIGN_REVIEWS')];
  const self = `USER/${useViewer().userId ?? ''}`;
  const claim = useChange(claimDocument);
  const release = useChange(releaseDocument);
  const [open, setOpen] = useState<Exclude<ReviewAct, 'CLAIM' | 'RELEASE'> | null>(null);
  const id = waiting.assessmentId;
  const isMine = waiting.claimedBy === self;
  const hasVoted = waiting.votedBy === self;

  const act = (what: ReviewAct) => {
    if (!mayReview || (what === 'ASSIGN' && !mayAssign) || (hasVoted && (what === 'APPROVE' || what === 'REJECT'))) return;
    release.reset();
    claim.reset();
    if (what === 'CLAIM' || what === 'RELEASE') void (what === 'CLAIM' ? claim : release).run({ id }).then((done) => done && onDone(false));
    else setOpen(what);
  };
  const dialogs = { of: waiting, onClose: () => setOpen(null), onDone };
  const dialogOf = (what: Exclude<ReviewAct, 'CLAIM' | 'RELEASE'>): ReactNode => {
    switch (what) {
      case 'ASSIGN':
        return <AssignDialog {...dialogs} reviewers={reviewers} onDone={() => onDone(false)} />;
      case 'NOTE':
        return <NoteDialog id={id} onClose={dialogs.onClose} onDone={() => onDone(false)} />;
      case 'RETRY':
        return <RetryDialog {...dialogs} />;
      case 'CANCEL':
        return <CancelDialog {...dialogs} />;
      default:
        return <DecideDialog {...dialogs} wanted={what satisfies WantedDecision} />;
    }
  };

  return { act, mayReview, mayAssign, isMine, hasVoted, isBusy: claim.isBusy || release.isBusy, error: claim.error ?? release.error, dialog: open && dialogOf(open) };
}
