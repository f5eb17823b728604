import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ComponentType } from 'react'
import { useText } from '../text/text-context.ts'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { PartMissing } from '../ui/part-missing.tsx'
import type { FieldProps } from './field-props.ts'
import type { JsonFieldProps } from './json-field.tsx'

type Fields = typeof import('./rare-fields.ts')['rareFields']

/** Asked for like any other thing from the server: a lost network is survived in the same way. */
const fieldsQuery = queryOptions({
  queryKey: ['part', 'rare-fields'],
  queryFn: async (): Promise<Fields> => (await import('./rare-fields.ts')).rareFields,
  retry: 2,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})

function late<P extends object>(pick: (fields: Fields) => ComponentType<P>) {
  return function LateField(props: P) {
    const { data, isError, isFetching, refetch } = useQuery(fieldsQuery)
    // Of the late words: until they have come it is undefined, and asking for it asks for them (app/words.tsx).
    const { rareFields } = useText()
    if (isError) return <PartMissing isTrying={isFetching} onRetry={() => void refetch()} />
    if (!data || !rareFields) return <LoadingRows count={3} />
    const Control = pick(data)
    return <Control {...props} />
  }
}

export const LateArrayField = late<FieldProps>((fields) => fields.ArrayField)
export const LateDateField = late<FieldProps>((fields) => fields.DateField)
export const LateTimestampField = late<FieldProps>((fields) => fields.TimestampField)
export const LateStructField = late<FieldProps>((fields) => fields.StructField)
export const LateJsonField = late<JsonFieldProps>((fields) => fields.JsonField)
