import { assertNever } from '../../shared/domain/foundation/assertNever.ts';
import { useAppStore } from '../stores/appStore.ts';
import { useReleaseStore } from '../stores/releaseStore.ts';
import { ConditionsScreen } from './ConditionsScreen.tsx';
import { CommitteesScreen } from './committees/CommitteesScreen.tsx';
import { CriteriaScreen } from './criteria/CriteriaScreen.tsx';
import { DatesScreen } from './DatesScreen.tsx';
import { EvidenceScreen } from './evidence/EvidenceScreen.tsx';
import { ExchangeScreen } from './exchange/ExchangeScreen.tsx';
import { HistoryScreen } from './history/HistoryScreen.tsx';
import { OverviewScreen } from './OverviewScreen.tsx';
import { PackScreen } from './pack/PackScreen.tsx';
import { PortfolioScreen } from './portfolio/PortfolioScreen.tsx';
import { RulebookScreen } from './RulebookScreen.tsx';
import { SettingsScreen } from './SettingsScreen.tsx';
import { ScopeScreen } from './scope/ScopeScreen.tsx';
import { TestingScreen } from './testing/TestingScreen.tsx';
import { useScrollPlace } from './useScrollPlace.ts';
import { useTargetFocus } from './useTargetFocus.ts';

export function ReleaseScreen() {
  const screen = useAppStore((state) => state.screen);
  const release = useReleaseStore((state) => state.open?.id ?? '');
  const isLed = useAppStore((state) => state.target !== null);
  useScrollPlace(`${release} ${screen}`, isLed);
  useTargetFocus();
  switch (screen) {
    case 'overview':
      return <OverviewScreen />;
    case 'scope':
      return <ScopeScreen />;
    case 'dates':
      return <DatesScreen />;
    case 'criteria':
      return <CriteriaScreen />;
    case 'evidence':
      return <EvidenceScreen />;
    case 'testing':
      return <TestingScreen />;
    case 'committees':
      return <CommitteesScreen />;
    case 'conditions':
      return <ConditionsScreen />;
    case 'pack':
      return <PackScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'exchange':
      return <ExchangeScreen />;
    case 'portfolio':
      return <PortfolioScreen />;
    case 'rulebook':
      return <RulebookScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(screen);
  }
}
