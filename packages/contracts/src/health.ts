import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { Shape } from './values.ts'

const Health = Shape({ status: Type.String() }, { $id: 'Health' })

export const readLiveness = defineRoute({
  operation: 'readLiveness',
  summary: 'The process answers',
  method: 'GET',
  url: '/livez',
  access: 'public',
  success: { 200: Health },
  problems: [],
})

export const readReadiness = defineRoute({
  operation: 'readReadiness',
  summary: 'The process and its database answer',
  method: 'GET',
  url: '/readyz',
  access: 'public',
  success: { 200: Health },
  problems: ['not-ready'],
})
