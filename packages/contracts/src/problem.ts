import * as Type from 'typebox'
import { Shape } from './values.ts'

/** RFC 9457 problem as this product writes it; the request id travels in a header so that equal problems are equal bytes. */
export const Problem = Shape(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    facts: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    errors: Type.Optional(Type.Array(Shape({ pointer: Type.String(), code: Type.String(), detail: Type.String() }))),
  },
  { $id: 'Problem' },
)
export type Problem = Type.Static<typeof Problem>
