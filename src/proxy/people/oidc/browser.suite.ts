const hidden = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g

/** The form of a page that submits it at once, as the provider's does when another person takes over. */
function formIn(page: string): { action: string; inputs: URLSearchParams } | undefined {
  const [, action] = /<form method="post" action="([^"]+)">/.exec(page) ?? []
  if (!action) return undefined
  const inputs = new URLSearchParams()
  for (const [, name = '', value = ''] of page.matchAll(hidden)) inputs.append(name, value)
  return { action, inputs }
}

/** One person's browser: keeps cookies by host, as browsers do, and goes where it is sent. */
export function openBrowser() {
  const jar = new Map<string, Map<string, { value: string; path: string }>>()

  function keep(url: URL, lines: string[]): void {
    const cookies = jar.get(url.hostname) ?? new Map()
    jar.set(url.hostname, cookies)
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
      const [name = '', ...value] = pair.split('=')
      const attribute = (key: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
      const isOver = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now()
      if (isOver) cookies.delete(name)
      else cookies.set(name, { value: value.join('='), path: attribute('path') ?? '/' })
    }
  }

  const browser = {
    /** One request, without following where it leads. */
    async ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
      const url = new URL(address)
      const cookies = [...(jar.get(url.hostname) ?? [])].filter(([, { path }]) => url.pathname.startsWith(path))
      const cookie = cookies.map(([name, { value }]) => `${name}=${value}`).join('; ')
      const answer = await fetch(url, { redirect: 'manual', ...init, headers: { ...init.headers, cookie } })
      keep(url, answer.headers.getSetCookie())
      return answer
    },

    /**
     * Follows redirects until a page does not lead on, or an address is reached where it should stop.
     * @returns that address, which has not been asked for where `until` matched it, and the last answer.
     */
    async go(start: string | URL, until: (url: URL) => boolean = () => false) {
      let url = new URL(start)
      let answer: Response | undefined
      for (let hops = 0; hops < 20; hops++) {
        if (until(url)) return { url, answer }
        answer = await browser.ask(url)
        const form = answer.headers.get('location') === null ? formIn(await answer.clone().text()) : undefined
        if (form) answer = await browser.ask(new URL(form.action, url), { method: 'POST', body: form.inputs })
        const next = answer.headers.get('location')
        if (next === null) return { url, answer }
        url = new URL(next, url)
      }
      throw new Error(`led on and on, at last to ${url}`)
    },

    cookie: (hostname: string, name: string): string | undefined => jar.get(hostname)?.get(name)?.value,
    cookieNames: (hostname: string): string[] => [...(jar.get(hostname)?.keys() ?? [])],
  }
  return browser
}
export type Browser = ReturnType<typeof openBrowser>
