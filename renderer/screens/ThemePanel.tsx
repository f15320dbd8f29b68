import { SegmentedControl } from '@mantine/core';
import { Panel } from '../components/Panel.tsx';
import { chooseTheme, type Theme, useThemeStore } from '../stores/themeStore.ts';

const choices: { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** How the window looks on this machine; packs are always printed light. */
export function ThemePanel() {
  const theme = useThemeStore((state) => state.theme);
  return (
    <Panel title="Theme" note="of this window only">
      <SegmentedControl
        size="xs"
        aria-label="Theme"
        data={choices}
        value={theme}
        onChange={(next) => chooseTheme(next as Theme)}
      />
    </Panel>
  );
}
