import { acted, advice } from './failure-text.ts'

const refused = (title: string, what: string, next: string) => ({ title, what, acted: acted.notSent, next })

/** Setpoint's own about who may: sign-in, rights, and the rules of the policy. */
export const accessFailures = {
  notSignedIn: refused(
    'Not signed in',
    'Nobody is signed in here, or the session has ended.',
    'Sign in. What you have prepared is kept.',
  ),
  wrongPassword: refused(
    'Sign-in refused',
    'There is no account with this name and password.',
    'Check both and try again, or ask the person who looks after this panel.',
  ),
  tooManyAttempts: refused(
    'Too many attempts',
    'Signing in has failed too often with this name or from this place.',
    'Wait until the time that is shown, then try again.',
  ),
  tooManyRequests: refused(
    'Too many calls',
    'This place has asked the panel more in a short time than a person can.',
    'Wait a moment, then try again.',
  ),
  identityProviderFailed: refused(
    'Sign-in did not work out',
    'The identity provider could not be reached, or its answer could not be trusted.',
    'Try again. If it goes on, tell the person who looks after this panel.',
  ),
  noRole: refused(
    'No role here',
    'You are known to the identity provider, but nothing says what you may do in this panel.',
    advice.administrator,
  ),
  rightMissing: refused(
    'Not within your role',
    'Your role does not include this.',
    'Ask somebody who has the role that is named, or the person who looks after this panel.',
  ),
  outsidePlaces: refused(
    'Not among your assets',
    'Your role holds for some parts of the plant, and this device is not among them.',
    'Check that it is the device you mean. If so, ask the person who looks after this panel.',
  ),
  signInAgain: refused(
    'Sign in again',
    'This point is critical: who sets it must have signed in within the last minutes.',
    'Sign in again and send. What you have prepared is kept.',
  ),
  reasonMissing: refused(
    'Reason missing',
    'This point is critical: setting it needs a reason, which is kept in the record.',
    'Write the reason and send again.',
  ),
  confirmationMissing: refused(
    'Not confirmed',
    'Setting this point needs the confirmation of what is sent, and none came with it.',
    'Send it from the panel, where you confirm it.',
  ),
  outsideLimits: refused(
    'Outside the allowed range',
    "The plant's policy does not allow this value for this point.",
    'Choose a value within the range that is shown.',
  ),
  stepTooLarge: refused(
    'Step too large',
    "The plant's policy does not allow so large a change at once.",
    'Go there in smaller steps, and look at the machine between them.',
  ),
  tooSoon: refused(
    'Too soon',
    "The plant's policy wants more time between two commands for this point.",
    'Wait until the time that is shown, then send again.',
  ),
  outsideHours: refused(
    'Outside the allowed hours',
    "The plant's policy does not allow setting this point at this time.",
    'Wait for the hours that are shown, or ask the person who looks after this panel.',
  ),
  presentValueChanged: refused(
    'The present value has changed',
    'You asked to send only if the device still reports the value you saw. It reports another now.',
    'Look at the new value, then decide again.',
  ),
  presentValueUnknown: refused(
    'Present value not known',
    'The device has reported no value of this point that this command could be checked against.',
    'Wait until it reports, or ask the person who looks after this panel.',
  ),
  targetUnknown: refused(
    'Device not identified',
    'What this device and point are could not be looked up, so it was not clear who may set them.',
    'Try again. If it goes on, check that EnOS answers.',
  ),
  gatewayUnknown: refused(
    'Gateway not known',
    'The call did not say to which EnOS it goes, or named one that is not configured.',
    'Choose an EnOS in the header and try again.',
  ),
}
