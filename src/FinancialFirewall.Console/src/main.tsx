import '@fontsource-variable/inter/index.css';
import { ThemeProvider } from '@mui/material/styles';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App';
import { GlobalLook } from './theme/GlobalLook';
import { theme } from './theme/theme';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <ThemeProvider theme={theme} defaultMode="system">
        <GlobalLook />
        <App />
      </ThemeProvider>
    </StrictMode>,
  );
}
