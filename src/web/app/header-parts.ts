import { AccountSheet } from './account-sheet.tsx'
import { GatewayMenu } from './gateway-menu.tsx'
import { GatewayTrouble } from './gateway-trouble.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { SessionEndsSoon } from './session-ends-soon.tsx'
import { SignInFailed } from './sign-in-failed.tsx'
import { UnknownGatewayPage } from './unknown-gateway-page.tsx'

/** What the header's buttons open and what is told below it now and then, in one chunk. */
export const headerParts = {
  AccountSheet,
  GatewayMenu,
  GatewayTrouble,
  LanguageChoice,
  SessionEndsSoon,
  SignInFailed,
  UnknownGatewayPage,
}
