import { useEffect, useState } from 'react'
import { failureInHash } from './failure-groups.ts'

const hash = () => decodeURIComponent(location.hash.slice(1))

/**
 * Brings what the address names after its `#` into sight and focus: a failure by name or number, a group, the states.
 * @returns the id of what is named, and a way to go to another; links inside the panel change the address without an event.
 */
export function useHashTarget(): [string, (id: string) => void] {
  const [named, setNamed] = useState(hash)
  useEffect(() => {
    const follow = () => setNamed(hash())
    addEventListener('hashchange', follow)
    addEventListener('popstate', follow)
    return () => {
      removeEventListener('hashchange', follow)
      removeEventListener('popstate', follow)
    }
  }, [])
  const id = failureInHash(named) ?? named
  useEffect(() => {
    if (!id) return
    // After the shell, which moves the focus to the beginning of a page that was just opened.
    const timer = setTimeout(() => {
      const element = document.getElementById(id)
      element?.scrollIntoView({ block: 'start' })
      element?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [id])
  return [id, setNamed]
}
