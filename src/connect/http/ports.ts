/** A token that was handed out (§4.1). */
export interface StoredToken {
  accessToken: string
  /** The application it was given to. */
  accessKey: string
  /** ms since the epoch. */
  expireTime: number
}

/** Where tokens are kept, so that a restart does not end them. Promises resolve when the change is on disk. */
export interface TokenStore {
  find(accessToken: string): StoredToken | undefined
  /** The application's token that expires last. */
  newest(accessKey: string): StoredToken | undefined
  save(token: StoredToken): Promise<void>
  /** Notes a proof as used; false where it already was. `time` in ms since the epoch. */
  spend(encryption: string, time: number): Promise<boolean>
  /** Forgets tokens that expired, and proofs that were spent, before these moments. */
  prune(tokensBefore: number, encryptionsBefore: number): Promise<void>
}
