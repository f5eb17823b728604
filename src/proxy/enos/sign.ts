import { createHash } from 'node:crypto'
import { encryptionText, signatureHeaders, signatureText } from '#contract/enos/signature.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** An application of EnOS. The secret key never leaves this program. */
export interface Application {
  accessKey: string
  secretKey: string
}

/** The body of a token call (§4.1). `timestamp` in ms, never the same twice. */
export const tokenBody = ({ accessKey, secretKey }: Application, timestamp: number): string =>
  JSON.stringify({ appKey: accessKey, encryption: sha256(encryptionText(accessKey, timestamp, secretKey)), timestamp })

/** The headers that prove a call (§4.2): `query` decoded, `body` exactly as sent. */
export const signedHeaders = (
  { secretKey }: Application,
  call: { accessToken: string; query: Iterable<[string, string]>; body: string; timestamp: number },
): Record<string, string> => {
  const timestamp = String(call.timestamp)
  return {
    [signatureHeaders.accessToken]: call.accessToken,
    [signatureHeaders.signature]: sha256(signatureText({ ...call, timestamp, appSecret: secretKey })),
    [signatureHeaders.timestamp]: timestamp,
  }
}
