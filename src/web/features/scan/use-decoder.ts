import { queryOptions, useQuery } from '@tanstack/react-query'
import { createDecoder, type Decode } from './decoder.ts'

/** Fetched once; asked for again when the connection is back. */
const decoderQuery = queryOptions({
  queryKey: ['part', 'decoder'],
  queryFn: createDecoder,
  retry: 2,
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
})

export function useDecoder(): { decode: Decode | undefined; isMissing: boolean } {
  const { data, isError } = useQuery(decoderQuery)
  return { decode: data, isMissing: isError }
}
