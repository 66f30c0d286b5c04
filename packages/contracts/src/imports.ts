import * as Type from 'typebox'
import { defineRoute } from './route.ts'
import { CommunityParams, Id, idParams, Instant, Nullable, OneOf, Shape } from './values.ts'

export const importStatuses = ['running', 'done', 'refused', 'interrupted'] as const
export const importPhases = ['reading', 'checking', 'writing', 'finished'] as const

/** A fault or a warning of one cell or row; `line` counts the header as line 1. */
export const RowIssue = Shape(
  {
    file: Type.String(),
    line: Nullable(Type.Integer()),
    column: Nullable(Type.String()),
    code: Type.String(),
    value: Nullable(Type.String()),
  },
  { $id: 'RowIssue' },
)
export type RowIssue = Type.Static<typeof RowIssue>

export const FileCount = Shape(
  {
    file: Type.String(),
    rows: Type.Integer(),
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    conflicts: Type.Integer(),
    absent: Type.Integer({ description: 'Rows known here that the package no longer has; they stay' }),
  },
  { $id: 'FileCount' },
)
export type FileCount = Type.Static<typeof FileCount>

export const Import = Shape(
  {
    id: Id,
    status: OneOf(importStatuses),
    phase: OneOf(importPhases),
    rowsDone: Type.Integer(),
    rowsTotal: Type.Integer(),
    isDryRun: Type.Boolean(),
    startedAt: Instant,
    finishedAt: Nullable(Instant),
    source: Nullable(Type.String()),
    counts: Type.Array(FileCount),
    faults: Type.Array(RowIssue),
    faultsTotal: Type.Integer(),
    warnings: Type.Array(RowIssue),
    conflicts: Type.Array(RowIssue),
    absent: Type.Array(RowIssue),
  },
  { $id: 'Import' },
)
export type Import = Type.Static<typeof Import>

export const startImport = defineRoute({
  operation: 'startImport',
  summary: 'Import a canonical package (zip); a dry run changes nothing. Ask `readImport` how it goes',
  method: 'POST',
  url: '/communities/:communityId/imports',
  access: 'imports:run',
  params: CommunityParams,
  query: Shape({ isDryRun: Type.Optional(Type.Boolean()), isLenient: Type.Optional(Type.Boolean()) }),
  bytes: 'application/zip',
  success: { 202: Import },
  problems: ['import-running', 'package-not-readable'],
})

export const readImport = defineRoute({
  operation: 'readImport',
  summary: 'Progress and result of an import',
  method: 'GET',
  url: '/communities/:communityId/imports/:importId',
  access: 'imports:run',
  params: idParams('importId'),
  success: { 200: Import },
  problems: [],
})

export const exportCommunity = defineRoute({
  operation: 'exportCommunity',
  summary: 'Everything the community owns, as a canonical package (zip)',
  method: 'GET',
  url: '/communities/:communityId/export',
  access: 'exports:run',
  params: CommunityParams,
  stream: 'application/zip',
  success: { 200: null },
  problems: [],
})
