import type { LateText } from '../language.ts'
import { account } from './account.ts'
import { drafts } from './drafts.ts'
import { errorCodes } from './error-codes.ts'
import { evidence } from './evidence.ts'
import { failures } from './failures.ts'
import { history } from './history.ts'
import { noPage } from './no-page.ts'
import { notAllowed } from './not-allowed.ts'
import { operation } from './operation.ts'
import { operations } from './operations.ts'
import { outbox } from './outbox.ts'
import { palette } from './palette.ts'
import { permissionPage } from './permission-page.ts'
import { problems } from './problems.ts'
import { rareFields } from './rare-fields.ts'
import { scan } from './scan.ts'
import { sending } from './sending.ts'
import { signIn } from './sign-in.ts'
import { trend } from './trend.ts'

/** What is said once a draft is begun, when something has failed, and by the pages that come late. */
export const late: LateText = {
  account,
  operation,
  operations,
  drafts,
  errorCodes,
  evidence,
  failures,
  history,
  noPage,
  notAllowed,
  outbox,
  palette,
  permissionPage,
  problems,
  rareFields,
  scan,
  sending,
  signIn,
  trend,
}
