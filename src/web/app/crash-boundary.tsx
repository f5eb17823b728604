import { Component, type ReactNode } from 'react'
import { CrashPage } from './crash-page.tsx'

interface State {
  error: unknown
  isCrashed: boolean
}

/** Keeps a page that throws from taking the shell with it. Give it the page's address as key: another page starts afresh. */
export class CrashBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, isCrashed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, isCrashed: true }
  }

  override render(): ReactNode {
    return this.state.isCrashed ? <CrashPage error={this.state.error} /> : this.props.children
  }
}
