/** Kinds of file of a package: the name of the file without `.csv`. */
export const fileKinds = [
  'organisations',
  'memberships',
  'mandates',
  'people',
  'representations',
  'roles',
  'invitations',
  'initiatives',
  'initiative-steps',
  'participations',
  'coordinations',
  'milestones',
  'updates',
  'files',
  'spaces',
  'bookings',
  'pledges',
  'pledge-steps',
  'instalments',
  'receipts',
  'costs',
  'reserves',
  'risk-parameters',
  'risk-assessments',
  'flag-handlings',
  'activity',
  'history',
  'origins',
] as const
export type FileKind = (typeof fileKinds)[number]

/** None of a list of codes, which is not the same as not known. */
export const NO_CODES = 'none'

/** What may stand in a cell. Every type has one canonical text, see `cell-values.ts`. */
export type CellType =
  | { readonly is: 'line' | 'text'; readonly maxLength: number }
  | { readonly is: 'ref'; readonly to: FileKind }
  | { readonly is: 'choice'; readonly list: readonly string[] }
  /** Several of a list, between semicolons; `none` is none of them. */
  | { readonly is: 'codes'; readonly list: readonly string[] }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'decimal'; readonly digits: number; readonly isSigned: boolean }
  /** An object; `isFit` says whether it is one that can be read. */
  | { readonly is: 'json'; readonly isFit?: (value: unknown) => boolean }
  | {
      readonly is:
        | 'day'
        | 'instant'
        | 'boolean'
        | 'currency'
        | 'country'
        | 'timezone'
        | 'email'
        | 'uuid'
        | 'opening-hours'
        | 'sha256'
    }

export interface PackageColumn {
  readonly name: string
  /** The cell has to be filled, and so the column has to be there. */
  readonly isRequired: boolean
  readonly type: CellType
  /** Column of the table; null where the cell is a shorthand or follows from another column. */
  readonly db: string | null
  /** How the cell reads from the table (as `t`) where it is not simply its column. */
  readonly sql?: string
  /** Read on import, said by another file on export. */
  readonly isShorthand?: true
}

type Extra = Partial<Pick<PackageColumn, 'db' | 'sql' | 'isShorthand'>>

export function optional(name: string, type: CellType, extra: Extra = {}): PackageColumn {
  return { name, isRequired: false, type, db: name, ...extra }
}

export function required(name: string, type: CellType, extra: Extra = {}): PackageColumn {
  return { name, isRequired: true, type, db: name, ...extra }
}

/** A cell that stands for a row of another file: read here, exported there. */
export function shorthand(name: string, type: CellType): PackageColumn {
  return { name, isRequired: false, type, db: null, isShorthand: true }
}

/** Longest text an indexed column takes in any script, and longest id. */
export const MAX_LINE = 500
export const MAX_TEXT = 20_000
export const MAX_REF = 200

export const line: CellType = { is: 'line', maxLength: MAX_LINE }
export const text: CellType = { is: 'text', maxLength: MAX_TEXT }
export const day: CellType = { is: 'day' }
export const instant: CellType = { is: 'instant' }
export const boolean: CellType = { is: 'boolean' }
export const currency: CellType = { is: 'currency' }
export const json: CellType = { is: 'json' }
export const uuid: CellType = { is: 'uuid' }
export const amount: CellType = { is: 'integer', min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }
export const positiveAmount: CellType = { is: 'integer', min: 1, max: Number.MAX_SAFE_INTEGER }
export const notNegativeAmount: CellType = { is: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER }

export function refTo(kind: FileKind): CellType {
  return { is: 'ref', to: kind }
}

export function oneOf(list: readonly string[]): CellType {
  return { is: 'choice', list }
}

export function decimal(digits: number, isSigned = false): CellType {
  return { is: 'decimal', digits, isSigned }
}

/** From (inclusive) and to (exclusive) of a dated fact. */
export const period: readonly PackageColumn[] = [
  optional('from', day, { db: 'from_on' }),
  optional('to', day, { db: 'to_on' }),
]
