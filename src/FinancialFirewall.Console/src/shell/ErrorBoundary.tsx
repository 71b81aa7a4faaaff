import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Component, type ReactNode } from 'react';
import { EmptyState } from '../layout/EmptyState';

/** Holds what breaks on a page, so that the rest of the console goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (this.state.error === null) {
      return this.props.children;
    }

    return (
      <Box sx={{ pt: 6 }} role="alert">
        <EmptyState
          icon="warning"
          title="This page has failed"
          action={
            <Button variant="outlined" onClick={() => location.reload()}>
              Load it again
            </Button>
          }
        >
          Nothing that was answered is lost. If a newer console was installed meanwhile, loading the page again is enough. Otherwise tell whoever runs the firewall: {this.state.error.message}
        </EmptyState>
      </Box>
    );
  }
}
