import { calls } from '#contract/enos/calls.ts'
import { signatureHeaders, signedQueryText } from '#contract/enos/signature.ts'
import type { Operation } from '#contract/panel/operation.ts'

/** A text as one word of a POSIX shell, character by character. */
export const shellQuote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

type SetRequest = Pick<
  Operation,
  'orgId' | 'assetId' | 'productKey' | 'deviceKey' | 'measurepointId' | 'pendingTtl' | 'timeout' | 'body'
>

/** The query of the set call in its order (§1.1), decoded. */
const queryOf = ({ orgId, assetId, productKey, deviceKey, measurepointId, pendingTtl, timeout }: SetRequest) =>
  Object.entries({
    action: calls.setMeasurepoint.action,
    orgId,
    assetId,
    productKey,
    deviceKey,
    measurepointId,
    pendingTtl: String(pendingTtl),
    timeout: String(timeout),
  }).filter(([, value]) => value !== '')

const encoded = (query: [string, string][]) =>
  query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')

/**
 * A shell script that makes the same request again: it gets a token (§4.1), signs (§4.2) and calls.
 * The keys stay variables, so that the text can be shown and copied.
 * @param gateway the gateway's address, e.g. `https://apim.example.com`.
 */
export function curlOf(gateway: string, request: SetRequest): string {
  const query = queryOf(request)
  const base = gateway.replace(/\/+$/, '')
  const url = (path: string) => shellQuote(`${base}${path}`)
  const { setMeasurepoint, getToken } = calls
  return `# Sends the value again. Needs curl and openssl, and the keys of an application:
: "\${APP_KEY:?set it to the access key}" "\${APP_SECRET:?set it to the secret key}"
sha256() { openssl dgst -sha256 -r | cut -d ' ' -f 1; }

# A token. A time may be used only once: the number of the process stands for its milliseconds.
TIMESTAMP="$(date +%s)$(printf '%03d' $(($$ % 1000)))"
ENCRYPTION=$(printf '%s' "$APP_KEY$TIMESTAMP$APP_SECRET" | sha256)
ACCESS_TOKEN=$(curl -sS -X ${getToken.method} ${url(getToken.path)} \\
  -H 'Content-Type: application/json' \\
  -d "{\\"appKey\\":\\"$APP_KEY\\",\\"encryption\\":\\"$ENCRYPTION\\",\\"timestamp\\":$TIMESTAMP}" |
  sed -n 's/.*"accessToken" *: *"\\([^"]*\\)".*/\\1/p')
: "\${ACCESS_TOKEN:?no token came, check the keys}"

# The signature: the token, the query sorted by name, the body, the time, the secret key.
BODY=${shellQuote(request.body)}
QUERY=${shellQuote(signedQueryText(query))}
TIMESTAMP="$(date +%s)000"
SIGNATURE=$(printf '%s' "$ACCESS_TOKEN$QUERY$BODY$TIMESTAMP$APP_SECRET" | sha256)

# The request.
curl -sS -X ${setMeasurepoint.method} ${shellQuote(`${base}${setMeasurepoint.path}?${encoded(query)}`)} \\
  -H "${signatureHeaders.accessToken}: $ACCESS_TOKEN" \\
  -H "${signatureHeaders.signature}: $SIGNATURE" \\
  -H "${signatureHeaders.timestamp}: $TIMESTAMP" \\
  -H 'Content-Type: application/json;charset=UTF-8' \\
  --data-binary "$BODY"
`
}
