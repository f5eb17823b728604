import { useQuery } from '@tanstack/react-query'
import type { Operation } from '#contract/panel/operation.ts'
import { sessionQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Card } from '../../ui/card.tsx'
import { CodeText } from './code-text.tsx'
import { curlOf } from './curl.ts'
import styles from './request-card.module.css'

/** What left, what came back, and the same request as a script: all verbatim. */
export function RequestCard({ operation }: { operation: Operation }) {
  const { request: words } = useText().operation
  const gateways = useQuery(sessionQuery()).data?.gateways
  const gateway = gateways?.find(({ id }) => id === operation.gatewayId) ?? gateways?.[0]
  return (
    <Card title={words.title}>
      <div className={styles.inside}>
        <CodeText title={words.body} code={operation.body} what={words.copyBody} />
        {operation.answer ? (
          <CodeText title={words.answer} code={operation.answer} what={words.copyAnswer} />
        ) : (
          <p className="muted">{words.noAnswer}</p>
        )}
        {gateway && (
          <CodeText
            title={words.curl}
            hint={words.curlHint}
            code={curlOf(gateway.address, operation)}
            what={words.copyCurl}
          />
        )}
      </div>
    </Card>
  )
}
