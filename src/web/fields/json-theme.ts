import { EditorView } from '@codemirror/view'

/** The editor in the panel's tokens, so that it follows the theme. */
export const jsonTheme = EditorView.theme({
  '&': { backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: 'var(--f-body)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: 'var(--h-list)' },
  '.cm-content': { minHeight: 'calc(3 * var(--touch))', padding: 'var(--s3) 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 var(--s3)' },
  '&.cm-focused .cm-cursor, .cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground, ::selection': {
    backgroundColor: 'var(--accent-soft) !important',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
    backgroundColor: 'var(--bad-soft)',
  },
  '.cm-tooltip': { border: '1px solid var(--line)', backgroundColor: 'var(--surface)', color: 'var(--text)' },
  '.cm-diagnostic': { fontFamily: 'var(--font)', fontSize: 'var(--f-small)' },
  '.json-member': { color: 'var(--accent)' },
  '.json-text': { color: 'var(--ok)' },
  '.json-digits': { color: 'var(--unknown)' },
  '.json-word': { color: 'var(--queued)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
})
