import { Dialog, type DialogProps } from './dialog.tsx'

/** A dialog in the middle of the screen: for a decision. Mount it to open it. */
export function Modal(props: DialogProps) {
  return <Dialog {...props} shape="modal" />
}
