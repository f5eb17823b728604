/*
 * What runs apart from everything else, as text: from memory, because a file of its own would have to be found
 * again beside whatever the server is bundled into.
 */

/**
 * Run in QuickJS before the script, with operators and constructors at hand since then, so that the script cannot
 * change what they do. `read` gives an ArrayBuffer, or a sentence's end where the value is no list of bytes.
 */
export const sandboxHelpers = `(function (Bytes, Buffer) {
  return {
    list: function (buffer) { return Array.from(new Bytes(buffer)) },
    read: function (value) {
      if (value === null || value === undefined) return 'returned nothing'
      if (typeof value !== 'object') return 'returned a ' + typeof value + ' instead of an array of bytes'
      var length = value.length
      if (typeof length !== 'number' || length >>> 0 !== length) return 'returned an object instead of an array of bytes'
      if (length === 0) return 'returned no bytes'
      var buffer = new Buffer(length), bytes = new Bytes(buffer)
      for (var i = 0; i < length; i++) {
        var byte = value[i]
        if (typeof byte !== 'number' || (byte & 255) !== byte) return 'returned something that is no byte at index ' + i
        bytes[i] = byte
      }
      return buffer
    }
  }
})(Uint8Array, ArrayBuffer)`

/**
 * The thread: one request `{script, call, input}` at a time, each in a fresh QuickJS with
 * nothing in it but the language. It says `begun` when the script's time begins, then answers `{result}` (bytes or text)
 * or `{problem}`, with `broken` where QuickJS itself gave up.
 */
export const sandboxProgram = `
const { parentPort, workerData } = require('node:worker_threads')
const { newQuickJSWASMModule, Scope } = require(workerData.quickjs)
const { helpers, run: limit, patience, share, memoryBytes, stackBytes } = workerData

class Problem extends Error {}

function describe(error) {
  const { name = 'Error', message = String(error) } = error ?? {}
  return message === 'interrupted' ? 'ran longer than ' + limit + ' ms' : 'threw ' + (name + ': ' + message).slice(0, 200)
}

function run(runtime, context, scope, { script, call, input }) {
  const unwrap = (result) => {
    if (result.error) throw new Problem(describe(result.error.consume(context.dump)))
    return scope.manage(result.value)
  }
  const evaluate = (code) => unwrap(context.evalCode(code))
  const apply = (fn, argument) => unwrap(context.callFunction(fn, context.undefined, scope.manage(argument)))

  const tools = evaluate(helpers)
  const [list, read] = ['list', 'read'].map((name) => scope.manage(context.getProp(tools, name)))
  const isText = typeof input === 'string'
  const argument = isText ? context.newString(input) : apply(list, context.newArrayBuffer(input))

  const begin = performance.now()
  let asked = 0
  runtime.setInterruptHandler(() => {
    const time = performance.now() - begin
    asked += 1
    return time > limit && (asked > share || time > patience)
  })
  parentPort.postMessage('begun')
  evaluate(script)
  const fn = evaluate('typeof ' + call + " === 'function' ? " + call + ' : undefined')
  if (context.typeof(fn) !== 'function') throw new Problem('is not defined')
  const value = apply(fn, argument)
  if (isText) {
    const bytes = apply(read, value)
    if (context.typeof(bytes) === 'string') throw new Problem(context.getString(bytes))
    return context.getArrayBuffer(bytes).consume(({ value: view }) => Uint8Array.from(view))
  }
  if (context.typeof(value) !== 'string') throw new Problem('returned no text')
  return context.getString(value)
}

const answerWith = (quickjs) => (request) => {
  let answer
  try {
    Scope.withScope((scope) => {
      const runtime = scope.manage(quickjs.newRuntime())
      runtime.setMemoryLimit(memoryBytes)
      runtime.setMaxStackSize(stackBytes)
      const context = scope.manage(runtime.newContext())
      try {
        answer = { result: run(runtime, context, scope, request) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        answer = { problem: error.message }
      }
    })
    parentPort.postMessage(answer)
  } catch {
    parentPort.postMessage({ problem: 'broke the script engine', ...answer, broken: true })
  }
}

newQuickJSWASMModule().then((quickjs) => {
  parentPort.on('message', answerWith(quickjs))
})
`
