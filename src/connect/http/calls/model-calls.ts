import { Failure } from '#contract/enos/failure.ts'
import type { Model } from '../../registry/model.ts'
import type { Call } from '../answer.ts'
import { matchExpression, type SearchFields } from '../expression/match-expression.ts'
import { pageOf, pageSizes, readPage } from '../page.ts'
import { project } from '../projection.ts'

/** §3.3. */
const fields: SearchFields<Model> = {
  modelId: { operators: ['=', 'in'], read: ({ modelId }) => modelId },
  tags: {
    operators: ['=', 'in', 'like', 'exists', 'not exists'],
    read: ({ written }, key) => new Map(Object.entries(written.tags ?? {})).get(key),
  },
}

/** `scope` 0: only the organisation's own models; 1, the default: public ones too (§3.3). */
const inScope = (model: Model, orgId: string, scope = 1): boolean => scope === 1 || model.orgId === orgId

export const modelCalls: { getThingModel: Call<'getThingModel'>; searchThingModel: Call<'searchThingModel'> } = {
  getThingModel: ({ organisation }, { modelId, scope }) => {
    const model = organisation.models.get(modelId)
    if (!model || !inScope(model, organisation.orgId, scope)) throw new Failure('notFound', `thing model ${modelId}`)
    return { data: model.written }
  },

  searchThingModel: ({ organisation }, { scope }, body) => {
    const matches = matchExpression(body.expression, fields)
    const found = [...organisation.models.values()].filter(
      (model) => inScope(model, organisation.orgId, scope) && matches(model),
    )
    const [models, pagination] = pageOf(found, readPage(body, pageSizes.model))
    return {
      data: project(
        models.map(({ written }) => written),
        body.projection,
      ),
      pagination,
    }
  },
}
