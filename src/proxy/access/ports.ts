/** What lies below which assets: people may be limited to subtrees. */
export interface Places {
  /**
   * Whether an asset is one of `assetIds`, or lies below one in the gateway's asset trees.
   * No `assetIds` at all means everywhere, as in a person.
   * @throws Failure targetUnknown where it is none of them and what lies below them cannot be looked up.
   */
  isWithin(gatewayId: string, assetId: string, assetIds: readonly string[]): Promise<boolean>
}
