/** A door that requests wait at until the server is ready for them. */
export function createAdmission() {
  let admit = (): void => {}
  let refuse = (_error: unknown): void => {}
  const open = new Promise<void>((resolve, reject) => {
    admit = resolve
    refuse = reject
  })
  // Nobody may be waiting when it is refused.
  open.catch(() => {})
  return { open, admit, refuse }
}
