import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching } from '@codemirror/language'
import { linter } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { useEffect, useEffectEvent, useRef } from 'react'
import { sentenceOf } from '#contract/value/sentence-of.ts'
import { bodyProblem } from '#contract/value/value-problems.ts'
import { useText } from '../text/text-context.ts'
import { jsonColours } from './json-colours.ts'
import { jsonTheme } from './json-theme.ts'
import type { JsonBoxProps } from './plain-json.tsx'

/** A code editor for JSON that marks a mistake at its place. Tab leaves it, as it leaves any other box. */
export function JsonEditor({ label, description, text, onChange }: JsonBoxProps) {
  const { problems, setPoint } = useText()
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const changed = useEffectEvent(onChange)
  const startText = useEffectEvent(() => text)
  const diagnose = useEffectEvent((written: string) => {
    const { problem } = bodyProblem(written)
    if (problem?.kind !== 'notJson') return []
    const from = Math.min(problem.position ?? 0, written.length)
    // At the very end there is nothing to underline: the last character is.
    const [start, end] = from < written.length ? [from, from + 1] : [Math.max(0, from - 1), from]
    return [
      {
        from: start,
        to: end,
        severity: 'error' as const,
        message: problems ? sentenceOf(problem, problems) : setPoint.checkValue,
      },
    ]
  })

  useEffect(() => {
    if (!place.current) return
    // In a shadow root its styles become constructed sheets; as style elements the server's content policy would block them.
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' })
    const editor = new EditorView({
      parent: root,
      root,
      state: EditorState.create({
        doc: startText(),
        extensions: [
          history(),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          json(),
          jsonColours,
          bracketMatching(),
          linter(({ state }) => diagnose(state.doc.toString()), { delay: 400 }),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': description }),
          EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
          jsonTheme,
        ],
      }),
    })
    view.current = editor
    return () => editor.destroy()
  }, [label, description])

  useEffect(() => {
    const before = view.current?.state.doc.toString()
    if (before === undefined || before === text) return
    view.current?.dispatch({ changes: { from: 0, to: before.length, insert: text } })
  }, [text])

  return <div ref={place} />
}
