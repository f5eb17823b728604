import type { Role } from '#contract/panel/role.ts'
import { openAccounts } from './accounts.ts'
import { openPeopleFile } from './open-people-file.ts'
import { createPasswords } from './passwords.ts'

export const goodPassword = 'correct horse battery staple'

/** Works on a proxy's people as `setpoint user` does: from beside it. */
export async function besideProxy<T>(
  dataDirectory: string,
  work: (accounts: ReturnType<typeof openAccounts>, hash: (password: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const database = openPeopleFile(dataDirectory)
  try {
    return await work(openAccounts(database), createPasswords({ memory: 1024, passes: 1 }).hash)
  } finally {
    database.close()
  }
}

/** Adds a person who signs in with {@link goodPassword}. */
export const addPerson = (dataDirectory: string, id: string, role: Role = 'operator', assetIds: string[] = []) =>
  besideProxy(dataDirectory, async (accounts, hash) =>
    accounts.add({ id, name: `${id} of the test`, role, assetIds, passwordHash: await hash(goodPassword) }),
  )
