import { Ajv, type Options } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'

const strict: Options = {
  allErrors: false,
  strict: true,
  strictTypes: false,
  allowUnionTypes: true,
  coerceTypes: false,
  useDefaults: true,
}

/** Bodies are taken as they are, nothing coerced, nothing removed; the text of a query or a path is read as what it stands for. */
export function validateStrictly(app: FastifyInstance): void {
  const asIs = withFormats(new Ajv(strict))
  const fromText = withFormats(new Ajv({ ...strict, coerceTypes: 'array' }))
  const compiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
    (httpPart === 'body' ? asIs : fromText).compile(schema)
  app.setValidatorCompiler(compiler)
}

function withFormats(ajv: Ajv): Ajv {
  addFormats.default(ajv, { formats: ['date', 'date-time', 'uuid', 'email'], mode: 'full' })
  return ajv
}
