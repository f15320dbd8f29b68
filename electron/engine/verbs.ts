import type { MethodName } from '../../shared/contract/engineMethods.ts';
import type { Verb } from './verb.ts';
import { addendumExport } from './verbs/addendum/export.ts';
import { bundleApply } from './verbs/bundle/apply.ts';
import { bundleExport } from './verbs/bundle/export.ts';
import { bundleInspect } from './verbs/bundle/inspect.ts';
import { calendarExport } from './verbs/calendar/export.ts';
import { calendarWorkingDays } from './verbs/calendar/workingDays.ts';
import { calendarYear } from './verbs/calendar/year.ts';
import { coverageCompute } from './verbs/coverage/compute.ts';
import { decisionExport } from './verbs/decision/export.ts';
import { draftKeep } from './verbs/draft/keep.ts';
import { draftList } from './verbs/draft/list.ts';
import { evidenceAdd } from './verbs/evidence/add.ts';
import { evidenceAddAttached } from './verbs/evidence/addAttached.ts';
import { evidenceCopyOut } from './verbs/evidence/copyOut.ts';
import { evidencePreview } from './verbs/evidence/preview.ts';
import { evidencePurge } from './verbs/evidence/purge.ts';
import { evidenceReplaceFile } from './verbs/evidence/replaceFile.ts';
import { evidenceSetStatus } from './verbs/evidence/setStatus.ts';
import { exchangeArrange } from './verbs/exchange/arrange.ts';
import { exchangeConfirmPeer } from './verbs/exchange/confirmPeer.ts';
import { exchangeConflicts } from './verbs/exchange/conflicts.ts';
import { exchangeFindWaiting } from './verbs/exchange/findWaiting.ts';
import { exchangeForget } from './verbs/exchange/forget.ts';
import { exchangeReceived } from './verbs/exchange/received.ts';
import { exchangeSetSharing } from './verbs/exchange/setSharing.ts';
import { exchangeSettle } from './verbs/exchange/settle.ts';
import { exchangeStatus } from './verbs/exchange/status.ts';
import { exchangeStopSharing } from './verbs/exchange/stopSharing.ts';
import { exchangeSync } from './verbs/exchange/sync.ts';
import { guideExport } from './verbs/guide/export.ts';
import { historyList } from './verbs/history/list.ts';
import { importForget } from './verbs/import/forget.ts';
import { importRead } from './verbs/import/read.ts';
import { importTake } from './verbs/import/take.ts';
import { issuesCounts } from './verbs/issues/counts.ts';
import { issuesPage } from './verbs/issues/page.ts';
import { packBlockers } from './verbs/pack/blockers.ts';
import { packComments } from './verbs/pack/comments.ts';
import { packCompare } from './verbs/pack/compare.ts';
import { packCopy } from './verbs/pack/copy.ts';
import { packExport } from './verbs/pack/export.ts';
import { packExtract } from './verbs/pack/extract.ts';
import { packFinals } from './verbs/pack/finals.ts';
import { packInspect } from './verbs/pack/inspect.ts';
import { packIssued } from './verbs/pack/issued.ts';
import { packPreview } from './verbs/pack/preview.ts';
import { packSince } from './verbs/pack/since.ts';
import { packVerify } from './verbs/pack/verify.ts';
import { paperExport } from './verbs/paper/export.ts';
import { paperRead } from './verbs/paper/read.ts';
import { planCompute } from './verbs/plan/compute.ts';
import { portfolioCompute } from './verbs/portfolio/compute.ts';
import { profileSave } from './verbs/profile/save.ts';
import { readinessCompute } from './verbs/readiness/compute.ts';
import { readinessWhatIf } from './verbs/readiness/whatIf.ts';
import { recordCreate } from './verbs/record/create.ts';
import { recordEdit } from './verbs/record/edit.ts';
import { recordLastChanges } from './verbs/record/lastChanges.ts';
import { recordRemove } from './verbs/record/remove.ts';
import { recordSaveMany } from './verbs/record/saveMany.ts';
import { recordUndo } from './verbs/record/undo.ts';
import { recordUndoLast } from './verbs/record/undoLast.ts';
import { releaseArchive } from './verbs/release/archive.ts';
import { releaseClone } from './verbs/release/clone.ts';
import { releaseCreate } from './verbs/release/create.ts';
import { releaseExport } from './verbs/release/export.ts';
import { releaseImport } from './verbs/release/import.ts';
import { releaseJoin } from './verbs/release/join.ts';
import { releaseList } from './verbs/release/list.ts';
import { releaseOpen } from './verbs/release/open.ts';
import { releaseRemove } from './verbs/release/remove.ts';
import { reportExport } from './verbs/report/export.ts';
import { schemaGet } from './verbs/schema/get.ts';
import { searchFind } from './verbs/search/find.ts';
import { settingsGet } from './verbs/settings/get.ts';
import { settingsSave } from './verbs/settings/save.ts';
import { slipCompute } from './verbs/slip/compute.ts';
import { storeBackup } from './verbs/store/backup.ts';
import { storeBackupElsewhere } from './verbs/store/backupElsewhere.ts';
import { storeCheck } from './verbs/store/check.ts';
import { storeDiagnostics } from './verbs/store/diagnostics.ts';
import { storeHealth } from './verbs/store/health.ts';
import { storeKeepElsewhere } from './verbs/store/keepElsewhere.ts';
import { storeKeepKey } from './verbs/store/keepKey.ts';
import { storeKeyPlace } from './verbs/store/keyPlace.ts';
import { storeMend } from './verbs/store/mend.ts';
import { storeNewKey } from './verbs/store/newKey.ts';
import { storePrivateKey } from './verbs/store/privateKey.ts';
import { storeRestore } from './verbs/store/restore.ts';
import { storeRestoreOwn } from './verbs/store/restoreOwn.ts';
import { storeStatus } from './verbs/store/status.ts';
import { storeTakeKey } from './verbs/store/takeKey.ts';
import { storeTestRestore } from './verbs/store/testRestore.ts';
import { submissionSign } from './verbs/submission/sign.ts';
import { sufficiencyCompute } from './verbs/sufficiency/compute.ts';
import { tableExport } from './verbs/table/export.ts';
import { templatesGet } from './verbs/templates/get.ts';
import { templatesSave } from './verbs/templates/save.ts';
import { textExport } from './verbs/text/export.ts';
import { textRecordSent } from './verbs/text/recordSent.ts';
import { textWrite } from './verbs/text/write.ts';

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
  'calendar.workingDays': calendarWorkingDays,
  'calendar.year': calendarYear,
  'settings.get': settingsGet,
  'templates.get': templatesGet,
  'templates.save': templatesSave,
  'settings.save': settingsSave,
  'pack.export': packExport,
  'pack.finals': packFinals,
  'pack.blockers': packBlockers,
  'pack.since': packSince,
  'pack.issued': packIssued,
  'pack.copy': packCopy,
  'addendum.export': addendumExport,
  'paper.export': paperExport,
  'paper.read': paperRead,
  'decision.export': decisionExport,
  'text.write': textWrite,
  'text.export': textExport,
  'text.recordSent': textRecordSent,
  'report.export': reportExport,
  'guide.export': guideExport,
  'submission.sign': submissionSign,
  'pack.verify': packVerify,
  'pack.comments': packComments,
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
  'store.keepKey': storeKeepKey,
  'store.keyPlace': storeKeyPlace,
  'store.newKey': storeNewKey,
  'store.privateKey': storePrivateKey,
  'store.takeKey': storeTakeKey,
  'store.mend': storeMend,
  'store.health': storeHealth,
  'store.backup': storeBackup,
  'store.diagnostics': storeDiagnostics,
  'store.keepElsewhere': storeKeepElsewhere,
  'store.backupElsewhere': storeBackupElsewhere,
  'store.testRestore': storeTestRestore,
  'store.restore': storeRestore,
  'store.restoreOwn': storeRestoreOwn,
  'profile.save': profileSave,
  'schema.get': schemaGet,
};
