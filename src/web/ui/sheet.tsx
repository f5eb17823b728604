import { Dialog, type DialogProps } from './dialog.tsx'

/** A dialog at the edge of the screen: for choosing from a list. Mount it to open it. */
export function Sheet(props: DialogProps) {
  return <Dialog {...props} shape="sheet" />
}
