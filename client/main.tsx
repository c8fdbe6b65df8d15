import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { startTheme } from './app/theme.ts';
import { startTexts } from './i18n/setup.ts';
import './ui/base.css';

startTheme();
// Not awaited by the module itself: what the texts fetch may stand on this one, and would wait for it for ever.
void startTexts().then(() => {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no place for the application');
  createRoot(root).render(<StrictMode><App /></StrictMode>);
});
