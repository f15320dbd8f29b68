import type { MethodName } from '../../shared/contract/engineMethods.ts';
import type { Verb } from './verb.ts';
import { coverageCompute, sufficiencyCompute } from './verbs/coverage.ts';
import { decisionExport } from './verbs/decisionExport.ts';
import { draftKeep, draftList } from './verbs/drafts.ts';
import { evidenceAdd, evidenceCopyOut, evidenceReplaceFile } from './verbs/evidence.ts';
import { evidenceAddAttached } from './verbs/evidenceAttached.ts';
import { evidencePurge } from './verbs/evidencePurge.ts';
import { evidenceSetStatus } from './verbs/evidenceStatus.ts';
import {
  bundleApply,
  bundleExport,
  bundleInspect,
  exchangeArrange,
  exchangeConfirmPeer,
  exchangeConflicts,
  exchangeFindWaiting,
  exchangeForget,
  exchangeReceived,
  exchangeSetSharing,
  exchangeSettle,
  exchangeStatus,
  exchangeStopSharing,
  exchangeSync,
} from './verbs/exchange.ts';
import { releaseExport } from './verbs/exportRelease.ts';
import { historyList, recordLastChanges } from './verbs/history.ts';
import { releaseImport } from './verbs/importRelease.ts';
import { importForget, importRead, importTake } from './verbs/imports.ts';
import { issuesCounts, issuesPage } from './verbs/issues.ts';
import { packAddendum } from './verbs/packAddendum.ts';
import { packCopy } from './verbs/packCopy.ts';
import { packExport } from './verbs/packExport.ts';
import { packInspect } from './verbs/packInspect.ts';
import { packPreview } from './verbs/packPreview.ts';
import { packFinals, packIssued, packSince } from './verbs/packPrevious.ts';
import { packCompare, packExtract, packVerify } from './verbs/packRead.ts';
import { paperExport } from './verbs/paperExport.ts';
import { calendarExport, portfolioCompute } from './verbs/portfolio.ts';
import { evidencePreview } from './verbs/preview.ts';
import { calendarYear, planCompute, readinessCompute, readinessWhatIf, slipCompute } from './verbs/readiness.ts';
import { recordCreate, recordEdit, recordRemove, recordSaveMany } from './verbs/recordVerbs.ts';
import { releaseJoin } from './verbs/releaseJoin.ts';
import {
  releaseArchive,
  releaseClone,
  releaseCreate,
  releaseList,
  releaseOpen,
  releaseRemove,
} from './verbs/releases.ts';
import { searchFind } from './verbs/search.ts';
import { settingsGet, settingsSave, templatesGet, templatesSave } from './verbs/settings.ts';
import {
  profileSave,
  schemaGet,
  storeBackup,
  storeCheck,
  storeHealth,
  storeMend,
  storeRestore,
  storeRestoreOwn,
  storeStatus,
} from './verbs/store.ts';
import { tableExport } from './verbs/tableExport.ts';
import { recordUndo, recordUndoLast } from './verbs/undo.ts';

/** Every method of the contract and its use case; a method without one does not compile. */
export const verbs: { readonly [Name in MethodName]: Verb<Name> } = {
  'release.list': releaseList,
  'release.open': releaseOpen,
  'release.create': releaseCreate,
  'release.clone': releaseClone,
  'release.remove': releaseRemove,
  'release.join': releaseJoin,
  'release.archive': releaseArchive,
  'release.import': releaseImport,
  'release.export': releaseExport,
  'record.create': recordCreate,
  'record.edit': recordEdit,
  'record.saveMany': recordSaveMany,
  'record.remove': recordRemove,
  'record.undo': recordUndo,
  'record.undoLast': recordUndoLast,
  'record.lastChanges': recordLastChanges,
  'history.list': historyList,
  'evidence.add': evidenceAdd,
  'evidence.addAttached': evidenceAddAttached,
  'evidence.setStatus': evidenceSetStatus,
  'evidence.replaceFile': evidenceReplaceFile,
  'evidence.purge': evidencePurge,
  'evidence.copyOut': evidenceCopyOut,
  'evidence.preview': evidencePreview,
  'pack.preview': packPreview,
  'pack.inspect': packInspect,
  'search.find': searchFind,
  'draft.keep': draftKeep,
  'draft.list': draftList,
  'portfolio.compute': portfolioCompute,
  'calendar.export': calendarExport,
  'import.read': importRead,
  'import.take': importTake,
  'import.forget': importForget,
  'coverage.compute': coverageCompute,
  'sufficiency.compute': sufficiencyCompute,
  'table.export': tableExport,
  'issues.page': issuesPage,
  'issues.counts': issuesCounts,
  'readiness.compute': readinessCompute,
  'readiness.whatIf': readinessWhatIf,
  'plan.compute': planCompute,
  'slip.compute': slipCompute,
  'calendar.year': calendarYear,
  'settings.get': settingsGet,
  'templates.get': templatesGet,
  'templates.save': templatesSave,
  'settings.save': settingsSave,
  'pack.export': packExport,
  'pack.finals': packFinals,
  'pack.since': packSince,
  'pack.issued': packIssued,
  'pack.copy': packCopy,
  'pack.addendum': packAddendum,
  'paper.export': paperExport,
  'decision.export': decisionExport,
  'pack.verify': packVerify,
  'pack.compare': packCompare,
  'pack.extract': packExtract,
  'bundle.export': bundleExport,
  'bundle.inspect': bundleInspect,
  'bundle.apply': bundleApply,
  'exchange.status': exchangeStatus,
  'exchange.confirmPeer': exchangeConfirmPeer,
  'exchange.forget': exchangeForget,
  'exchange.conflicts': exchangeConflicts,
  'exchange.settle': exchangeSettle,
  'exchange.received': exchangeReceived,
  'exchange.setSharing': exchangeSetSharing,
  'exchange.stopSharing': exchangeStopSharing,
  'exchange.arrange': exchangeArrange,
  'exchange.sync': exchangeSync,
  'exchange.findWaiting': exchangeFindWaiting,
  'store.status': storeStatus,
  'store.check': storeCheck,
  'store.mend': storeMend,
  'store.health': storeHealth,
  'store.backup': storeBackup,
  'store.restore': storeRestore,
  'store.restoreOwn': storeRestoreOwn,
  'profile.save': profileSave,
  'schema.get': schemaGet,
};
