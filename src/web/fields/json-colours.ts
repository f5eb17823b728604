import { syntaxTree } from '@codemirror/language'
import type { Range } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

/** Names of the nodes of the JSON grammar → class of json-theme.ts. */
const classes: Record<string, string | undefined> = {
  PropertyName: 'json-member',
  String: 'json-text',
  Number: 'json-digits',
  True: 'json-word',
  False: 'json-word',
  Null: 'json-word',
}

function colour(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const name = classes[node.name]
        if (name && node.to > node.from) marks.push(Decoration.mark({ class: name }).range(node.from, node.to))
      },
    })
  }
  return Decoration.set(marks, true)
}

/** Colours by the panel's tokens; the ready-made styles hold literal colours that the dark theme cannot change. */
export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = colour(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged || syntaxTree(update.startState) !== syntaxTree(update.state)) {
        this.decorations = colour(update.view)
      }
    }
  },
  { decorations: ({ decorations }) => decorations },
)
