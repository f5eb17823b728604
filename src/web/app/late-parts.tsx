import type { QueryClient } from '@tanstack/react-query'
import type { ComponentProps, ComponentType, ReactNode } from 'react'
import type { ChoosePoint } from '../features/choose-point/choose-point.tsx'
import type { Scan } from '../features/scan/scan.tsx'
import type { DraftStrip } from '../features/set-point/draft-strip.tsx'
import type { PutBack } from '../features/set-point/put-back.tsx'
import type { QueueDialog } from '../features/set-point/queue.tsx'
import type { SendingParts, SendingProps } from '../features/set-point/sending-parts.ts'
import type { SetPoint } from '../features/set-point/set-point.tsx'
import type { SignInDialog } from '../features/sign-in/sign-in-dialog.tsx'
import type { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import type { Sheet } from '../ui/sheet.tsx'
import type { AllShortcuts } from './all-shortcuts.tsx'
import type { DeviceQueue } from './device-queue.tsx'
import { EditorWaiting } from './editor-waiting.tsx'
import type { FindAnything } from './find-anything.tsx'
import type { GatewayTrouble } from './gateway-trouble.tsx'
import { type LatePart, latePart } from './late-part.tsx'
import type { SessionEndsSoon } from './session-ends-soon.tsx'
import type { SignInFailed } from './sign-in-failed.tsx'
import type { SingleKeysListener } from './single-keys-listener.ts'
import type { UnknownGatewayPage } from './unknown-gateway-page.tsx'
import type { UnlistedDevice } from './unlisted-device.tsx'

const rows = <LoadingRows count={6} />

export const LateChoosePoint: LatePart<ComponentProps<typeof ChoosePoint>> = latePart({
  name: 'choose-point',
  load: async () => (await import('./control-parts.ts')).controlParts.ChoosePoint,
  waiting: rows,
})
export const LateSetPoint: LatePart<ComponentProps<typeof SetPoint>> = latePart({
  name: 'set-point',
  load: async () => (await import('./control-parts.ts')).controlParts.SetPoint,
  waiting: <EditorWaiting />,
})
export const LateOperationsPanel = latePart({
  name: 'operations-panel',
  load: async () => (await import('./operations-parts.ts')).operationsParts.OperationsPanel,
  needsLateWords: true,
})
export const LateDeviceQueue: LatePart<ComponentProps<typeof DeviceQueue>> = latePart({
  name: 'device-queue',
  load: async () => (await import('./operations-parts.ts')).operationsParts.DeviceQueue,
})
export const LateSheet: LatePart<ComponentProps<typeof Sheet>> = latePart({
  name: 'sheet',
  load: async () => (await import('./operations-parts.ts')).operationsParts.Sheet,
})
/** All in one chunk: fetched when a draft is begun, so that a lost network never leaves a send without its outcome. */
const sendingPart = <N extends keyof SendingParts>(name: N, waiting?: ReactNode): LatePart<SendingProps[N]> =>
  latePart({
    name: `sending ${name}`,
    load: async (): Promise<ComponentType<SendingProps[N]>> => (await import('./sending-parts.ts')).sendingParts[name],
    needsLateWords: true,
    waiting,
  })
export const lateSendingParts = {
  Review: sendingPart('Review'),
  OperationCard: sendingPart('OperationCard', <LoadingRows count={3} />),
  ContactCard: sendingPart('ContactCard', <LoadingRows count={3} />),
  ForecastLine: sendingPart('ForecastLine'),
  HeldNumber: sendingPart('HeldNumber'),
  KeepButton: sendingPart('KeepButton'),
  NotAllowed: sendingPart('NotAllowed'),
  NumberSenseQuestion: sendingPart('NumberSenseQuestion'),
  OnlyIf: sendingPart('OnlyIf'),
  PressShield: sendingPart('PressShield'),
  QueueDialog: sendingPart('QueueDialog'),
  ReleaseNotice: sendingPart('ReleaseNotice'),
}
export const fetchSendingParts = (client: QueryClient): void => {
  for (const part of Object.values(lateSendingParts)) void part.fetch(client)
}
export const LateDraftStrip: LatePart<ComponentProps<typeof DraftStrip>> = latePart({
  name: 'draft-strip',
  load: async () => (await import('./sending-parts.ts')).draftParts.DraftStrip,
  needsLateWords: true,
})
export const LateDraftsFull = latePart({
  name: 'drafts-full',
  load: async () => (await import('./sending-parts.ts')).draftParts.DraftsFull,
  needsLateWords: true,
})
export const LatePutBack: LatePart<ComponentProps<typeof PutBack>> = latePart({
  name: 'put-back',
  load: async () => (await import('./sending-parts.ts')).draftParts.PutBack,
  needsLateWords: true,
})
export const LateUnlistedDevice: LatePart<ComponentProps<typeof UnlistedDevice>> = latePart({
  name: 'unlisted-device',
  load: async () => (await import('./unlisted-device.tsx')).UnlistedDevice,
})
export const LateHistoryPage = latePart({
  name: 'history-page',
  load: async () => (await import('./history-page.tsx')).HistoryPage,
  needsLateWords: true,
  waiting: rows,
})
export const LateCommandPage = latePart({
  name: 'command-page',
  load: async () => (await import('./command-page.tsx')).CommandPage,
  needsLateWords: true,
  waiting: rows,
})
export const LateErrorCodesPage = latePart({
  name: 'error-codes-page',
  load: async () => (await import('./error-codes-page.tsx')).ErrorCodesPage,
  needsLateWords: true,
  waiting: rows,
})
export const LatePermissionPage = latePart({
  name: 'permission-page',
  load: async () => (await import('./permission-page.tsx')).ExplainedPermissionPage,
  needsLateWords: true,
  waiting: rows,
})
export const LateNotFoundPage = latePart({
  name: 'not-found-page',
  load: async () => (await import('./not-found-page.tsx')).NotFoundPage,
  needsLateWords: true,
})
export const LateSignInPage: LatePart<ComponentProps<typeof SignInPage>> = latePart({
  name: 'sign-in-page',
  load: async () => (await import('./sign-in-parts.ts')).signInParts.SignInPage,
  needsLateWords: true,
  waiting: rows,
})
export const LateSignInDialog: LatePart<ComponentProps<typeof SignInDialog>> = latePart({
  name: 'sign-in-dialog',
  load: async () => (await import('./sign-in-parts.ts')).signInParts.SignInDialog,
  needsLateWords: true,
})
export const LateScan: LatePart<ComponentProps<typeof Scan>> = latePart({
  name: 'scan',
  load: async () => (await import('../features/scan/scan.tsx')).Scan,
  needsLateWords: true,
  waiting: <LoadingRows count={3} />,
})
export const LateAccountSheet = latePart({
  name: 'account-sheet',
  load: async () => (await import('./header-parts.ts')).headerParts.AccountSheet,
  needsLateWords: true,
  waiting: <LoadingRows count={3} />,
})
export const LateLanguageChoice = latePart({
  name: 'language-choice',
  load: async () => (await import('./header-parts.ts')).headerParts.LanguageChoice,
})
export const LateGatewayMenu = latePart({
  name: 'gateway-menu',
  load: async () => (await import('./header-parts.ts')).headerParts.GatewayMenu,
  needsLateWords: true,
  waiting: <LoadingRows count={3} />,
})
export const LateGatewayTrouble: LatePart<ComponentProps<typeof GatewayTrouble>> = latePart({
  name: 'gateway-trouble',
  load: async () => (await import('./header-parts.ts')).headerParts.GatewayTrouble,
  needsLateWords: true,
})
export const LateSessionEndsSoon: LatePart<ComponentProps<typeof SessionEndsSoon>> = latePart({
  name: 'session-ends-soon',
  load: async () => (await import('./header-parts.ts')).headerParts.SessionEndsSoon,
  needsLateWords: true,
})
export const LateSignInFailed: LatePart<ComponentProps<typeof SignInFailed>> = latePart({
  name: 'sign-in-failed',
  load: async () => (await import('./header-parts.ts')).headerParts.SignInFailed,
  needsLateWords: true,
})
export const LateUnknownGatewayPage: LatePart<ComponentProps<typeof UnknownGatewayPage>> = latePart({
  name: 'unknown-gateway-page',
  load: async () => (await import('./header-parts.ts')).headerParts.UnknownGatewayPage,
  needsLateWords: true,
})

export const LateFindAnything: LatePart<ComponentProps<typeof FindAnything>> = latePart({
  name: 'find-anything',
  load: async () => (await import('./key-parts.ts')).keyParts.FindAnything,
  needsLateWords: true,
})
export const LateSingleKeys: LatePart<ComponentProps<typeof SingleKeysListener>> = latePart({
  name: 'single-keys',
  load: async () => (await import('./key-parts.ts')).keyParts.SingleKeysListener,
  isUnseen: true,
})
export const LateAllShortcuts: LatePart<ComponentProps<typeof AllShortcuts>> = latePart({
  name: 'all-shortcuts',
  load: async () => (await import('./key-parts.ts')).keyParts.AllShortcuts,
  needsLateWords: true,
})
export const LateQueue: LatePart<ComponentProps<typeof QueueDialog>> = latePart({
  name: 'queue',
  load: async () => (await import('./key-parts.ts')).keyParts.QueueDialog,
  needsLateWords: true,
})

/**
 * What the first drawing of the control screen can do without is fetched at once all the same: in the field the
 * network may be gone by the time a point is chosen.
 */
export const fetchControlParts = (client: QueryClient): void => {
  for (const part of [LateChoosePoint, LateSetPoint]) void part.fetch(client)
}
