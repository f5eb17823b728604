const least = 12
const most = 1000

/**
 * Length is what counts; no rule asks for kinds of characters.
 * @throws Error with the sentence that says what is wrong.
 */
export function checkPassword(password: string, accountId: string): void {
  const length = [...password].length
  if (length < least) throw new Error(`a password has at least ${least} characters; this one has ${length}`)
  if (length > most) throw new Error(`a password has at most ${most} characters`)
  if (password.toLowerCase().includes(accountId)) throw new Error('a password must not contain the name of its account')
  if (new Set(password).size < 4) throw new Error('a password repeats not only two or three characters')
}
