import 'react'

declare module 'react' {
  interface CSSProperties {
    /** A part hands a number to its stylesheet, e.g. `style={{ '--depth': 2 }}`. */
    [property: `--${string}`]: string | number
  }
}
