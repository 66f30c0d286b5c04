import { refColumns } from './file-rows.ts'
import { NO_CODES, type CellType, type FileKind, type PackageColumn } from './package-columns.ts'
import type { PackageFile } from './package-file.ts'
import { communityKind, factFiles } from './package-files.ts'

/** An instant in UTC with the fraction it has, as `cell-values.ts` writes it. */
export function instantSql(expression: string): string {
  return `regexp_replace(to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '(\\.0+|0+)$', '') || 'Z'`
}

function plainSql(column: PackageColumn, type: CellType): string {
  const expression = column.sql ?? `t.${column.db}`
  if (type.is === 'instant') return instantSql(expression)
  if (type.is === 'codes')
    return `case when ${expression} = '{}' then '${NO_CODES}' else array_to_string(${expression}, ';') end`
  if (type.is === 'decimal') return `trim_scale(${expression})::text`
  return `${expression}::text`
}

/** Cells of a row in canonical text, references as row ids; shorthands are empty. */
export function cellsSql(file: PackageFile): string[] {
  return file.columns.map((column) => (column.isShorthand ? `''` : `coalesce(${plainSql(column, column.type)}, '')`))
}

export function recordedAtSql(file: PackageFile): string {
  return file.hasKnowledge ? `case when t.is_recorded_assumed then '' else ${instantSql('t.recorded_at')} end` : `''`
}

/** The row as `origins.base` keeps it: filled cells by name. */
function baseSql(file: PackageFile): string {
  const pairs = file.columns
    .filter((column) => !column.isShorthand)
    .map((column) => `'${column.name}', ${plainSql(column, column.type)}`)
  return `jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')}))`
}

/** Rows known here by id, locked for this transaction. Parameters: community, ids. Cells, then recorded_at, then origin. */
export function oursSql(file: PackageFile): string {
  return `select ${[...cellsSql(file), recordedAtSql(file)].join(', ')}, t.id::text, o.source, o.base::text
    from ${file.table} t left join origins o on o.community_id = t.community_id and o.file = '${file.kind}' and o.row_id = t.id
    where t.community_id = $1 and t.id = any($2::uuid[]) for no key update of t`
}

/**
 * All rows of a file as an export writes them, by id. Parameters: community, its source. Each origin is found by its
 * primary key; whether it is the community's own source is asked after, so that no plan goes through all of a source.
 */
export function exportSql(file: PackageFile): string {
  const refs = refColumns(file).filter(({ column }) => !column.isShorthand)
  const joined = new Map(refs.map(({ column }, index) => [column.name, `o${index}`]))
  const columns = file.columns
    .filter((column) => !column.isShorthand)
    .map((column) => {
      const origin = joined.get(column.name)
      return origin ? refSql(origin, `t.${column.db}`) : `coalesce(${plainSql(column, column.type)}, '')`
    })
  const joins = refs.map(({ column, to }, index) => originJoin(`o${index}`, to, `t.${column.db}`))
  const id = refSql('o', 't.id')
  return `select ${[id, ...columns, ...(file.hasKnowledge ? [recordedAtSql(file)] : [])].join(', ')}
    from ${file.table} t ${[originJoin('o', file.kind, 't.id'), ...joins].join(' ')}
    where t.community_id = $1 order by ${id} collate "C"`
}

function originJoin(alias: string, kind: FileKind, rowId: string): string {
  return `left join origins ${alias} on ${alias}.community_id = t.community_id and ${alias}.file = '${kind}' and ${alias}.row_id = ${rowId}`
}

function refSql(alias: string, rowId: string): string {
  return `coalesce(case when ${alias}.source = $2 then ${alias}.ref end, ${rowId}::text, '')`
}

/** Superseded images without what belongs to this installation: the tenant's key and accounts. Parameter: community. */
export function exportHistorySql(): string {
  const files = factFiles.map((file) => `when '${file.table}' then '${file.kind}'`)
  const kinds = [`when 'communities' then '${communityKind}'`, ...files].join(' ')
  const kind = `case t.table_name ${kinds} else t.table_name end`
  return `select ${kind}, t.id::text, ${instantSql('t.recorded_from')}, ${instantSql('t.recorded_to')}, (t.image - 'community_id' - 'account_id')::text
    from versions t where t.community_id = $1 and $2::text is not null order by ${kind} collate "C", t.id::text collate "C", t.recorded_from`
}

/**
 * Origins that the package does not already say: of another source, or of a row that was changed here since it came.
 * Parameters: community, its source.
 */
export function exportOriginsSql(): string {
  const parts = factFiles.map((file) => {
    const differs = file.isAppendOnly ? '' : ` or o.base <> ${baseSql(file)}`
    return `select o.file, o.row_id::text as row_id, o.source, o.ref, o.base::text as base
      from origins o join ${file.table} t on t.community_id = o.community_id and t.id = o.row_id
      where o.community_id = $1 and o.file = '${file.kind}' and (o.source <> $2${differs})`
  })
  return `select * from (${parts.join(' union all ')}) listed order by file collate "C", row_id collate "C"`
}

const databaseTypes: Partial<Record<CellType['is'], string>> = {
  ref: 'uuid',
  uuid: 'uuid',
  day: 'date',
  instant: 'timestamptz',
  boolean: 'boolean',
  integer: 'bigint',
  decimal: 'numeric',
  json: 'jsonb',
}

/** A list travels as text: arrays of arrays would lose where each begins. */
function fromCell(column: PackageColumn): string {
  const cell = `x.${column.db}`
  return column.type.is === 'codes'
    ? `case when ${cell} = '${NO_CODES}' then '{}'::text[] else string_to_array(${cell}, ';') end`
    : cell
}

/** Columns of the table that cells are written to, each with its place in the cells and the type of the array it travels in. */
export function writtenColumns(file: PackageFile): WrittenColumn[] {
  return file.columns.flatMap((column, at) => {
    if (column.db === null) return []
    return [{ db: column.db, at, type: databaseTypes[column.type.is] ?? 'text', value: fromCell(column) }]
  })
}

interface WrittenColumn {
  readonly db: string
  readonly at: number
  readonly type: string
  /** The column's value from the cell that travelled. */
  readonly value: string
}

/** Parameters: community, zone, now, ids, recorded_at, assumed, then one array a column. */
export function insertSql(file: PackageFile): string {
  const columns = writtenColumns(file)
  const names = columns.map((column) => column.db)
  const arrays = columns.map((column, index) => `$${index + 7}::${column.type}[]`)
  const known = file.hasKnowledge ? ', recorded_at, is_recorded_assumed' : ''
  const assumed = `least($3::timestamptz, case when length(x.assumed) = 10 then x.assumed::timestamp at time zone $2
    else date_trunc('day', x.assumed::timestamptz, $2) end)`
  const knownValues = file.hasKnowledge ? `, coalesce(x.recorded, ${assumed}), x.recorded is null` : ''
  return `insert into ${file.table} (community_id, id, ${names.join(', ')}${known})
    select $1::uuid, x.id, ${columns.map((column) => column.value).join(', ')}${knownValues}
    from unnest($4::uuid[], $5::timestamptz[], $6::text[], ${arrays.join(', ')}) as x(id, recorded, assumed, ${names.join(', ')})
    where $2::text is not null and $3::timestamptz is not null`
}

/** Changed rows become known now, and never at the moment before. Parameters: community, now, ids, then one array a column. */
export function updateSql(file: PackageFile): string {
  const columns = writtenColumns(file)
  const arrays = columns.map((column, index) => `$${index + 4}::${column.type}[]`)
  const sets = columns.map((column) => `${column.db} = ${column.value}`)
  if (file.hasRevision) sets.push('revision = t.revision + 1')
  if (file.hasKnowledge)
    sets.push(
      `recorded_at = greatest($2::timestamptz, t.recorded_at + interval '1 microsecond')`,
      'is_recorded_assumed = false',
    )
  return `update ${file.table} t set ${sets.join(', ')}
    from unnest($3::uuid[], ${arrays.join(', ')}) as x(id, ${columns.map((column) => column.db).join(', ')})
    where t.community_id = $1 and t.id = x.id`
}
