import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/mantine.css';
// What many components share comes before what a component says of itself, which therefore wins where both speak.
import './styles/layout.module.css';
import './styles/texts.module.css';
import './styles/buttons.module.css';
import './styles/lists.module.css';
import './styles/tables.module.css';
import './components/Panel.module.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Themed } from './Themed.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');

createRoot(root).render(
  <StrictMode>
    <Themed>
      <App />
    </Themed>
  </StrictMode>,
);
