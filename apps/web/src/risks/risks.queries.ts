import { readHistory, type RiskHistory } from '@commonweal/contracts/risk-history'
import * as contract from '@commonweal/contracts/risks'
import type { Explanation } from '@commonweal/domain/risks/explain/explain'
import type { SignExplanation } from '@commonweal/domain/risks/explain-signs/explain-sign'
import type { FlagCode } from '@commonweal/domain/risks/explain/flag-code'
import type { FactsBehind } from '@commonweal/domain/risks/facts-behind'
import type { History } from '@commonweal/domain/risks/history'
import type { WithheldSource } from '@commonweal/domain/risks/history-seen-by'
import {
  type PersonFlagName,
  personFlagNames,
  type SecondaryFlagName,
} from '@commonweal/domain/risks/secondary/flag-names'
import type { SeenFlag, SeenReading } from '@commonweal/domain/risks/secondary/person-signs'
import type { SecondaryInForce } from '@commonweal/domain/risks/secondary/secondary-in-force'
import type { ThresholdVersion } from '@commonweal/domain/risks/thresholds'
import type { TimelineInForce } from '@commonweal/domain/risks/timeline-in-force'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../http/call.ts'

const risksRoot = (communityId: string) => ['communities', communityId, 'risks'] as const

export type NamedFacts = FactsBehind & { readonly names: Readonly<Record<string, string>> }

/** Both flags over all months, and what they do not rest on because the person may not see it. */
export type SeenTimeline = TimelineInForce & {
  readonly withheld?: readonly WithheldSource[]
  /** Where it is not the present that was asked for. */
  readonly known?: { readonly on: string; readonly assumedFacts: number }
}

/** A day up to which things shall be known; null for all that is known now. */
export type KnownOn = string | null

const asKnown = (knownOn: KnownOn) => (knownOn === null ? {} : { knownOn })

/** The wire lets the engine's own readings through, so their types are the engine's. */
export const timelineQuery = (communityId: string, knownOn: KnownOn = null) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'timeline', knownOn],
    queryFn: async ({ signal }) =>
      (await call(
        contract.readTimeline,
        { params: { communityId }, query: asKnown(knownOn) },
        signal,
      )) as unknown as SeenTimeline,
    staleTime: 60_000,
  })

/** The facts behind the readings of one month, with the names of what they mention. */
export const factsQuery = (communityId: string, month: string, knownOn: KnownOn) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'facts', month, knownOn],
    queryFn: async ({ signal }) =>
      (await call(
        contract.readFactsBehind,
        { params: { communityId, month }, query: asKnown(knownOn) },
        signal,
      )) as unknown as NamedFacts,
    staleTime: 60_000,
  })

export type SeenHistory = Omit<RiskHistory, 'history' | 'thresholds'> & {
  readonly history: History
  readonly thresholds: readonly ThresholdVersion[]
}

/** The dated facts as the person may see them, for the engine to read in the browser. Kept by the browser and asked again by ETag. */
export const historyQuery = (communityId: string) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'history'],
    queryFn: async ({ signal }) => (await call(readHistory, { params: { communityId } }, signal)) as SeenHistory,
    staleTime: 60_000,
  })

/** Signs of a month; those the community has switched off in it are not there. */
export interface MonthSigns extends Omit<SeenReading, 'flags'> {
  readonly month: string
  readonly flags: Readonly<Partial<Record<SecondaryFlagName, SeenFlag>>>
}

export type NamedSigns = Omit<SecondaryInForce, 'months'> & {
  readonly months: readonly MonthSigns[]
  readonly names: Readonly<Record<string, string>>
}

/** Signs of the other threats over all months, with the names of the organisations they mention. */
export const signsQuery = (communityId: string, knownOn: KnownOn) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'signs', knownOn],
    queryFn: async ({ signal }) =>
      (await call(
        contract.readSecondaryTimeline,
        { params: { communityId }, query: asKnown(knownOn) },
        signal,
      )) as unknown as NamedSigns,
    staleTime: 60_000,
  })

export interface PersonSigns {
  readonly months: readonly {
    readonly month: string
    readonly flags: Readonly<Partial<Record<PersonFlagName, SeenFlag>>>
  }[]
  readonly names: Readonly<Record<string, string>>
}

/** The signs that tell of persons, for those who look after the network. */
export const personSignsQuery = (communityId: string, knownOn: KnownOn) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'signs', 'persons', knownOn],
    queryFn: async ({ signal }) =>
      (await call(
        contract.readPersonSigns,
        { params: { communityId }, query: asKnown(knownOn) },
        signal,
      )) as unknown as PersonSigns,
    staleTime: 60_000,
  })

export type NamedExplanation = Explanation & { readonly names: Readonly<Record<string, string>> }

/** Why a flag stood where it did in one month, with the names of what it mentions. */
export const explanationQuery = (communityId: string, flag: FlagCode, month: string, knownOn: KnownOn = null) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'explained', flag, month, knownOn],
    queryFn: async ({ signal }) =>
      (await call(
        contract.explainFlag,
        { params: { communityId, flag }, query: { month, ...asKnown(knownOn) } },
        signal,
      )) as unknown as NamedExplanation,
    staleTime: 60_000,
  })

export type NamedSignExplanation = SignExplanation & { readonly names: Readonly<Record<string, string>> }

const isOfPersons = (sign: SecondaryFlagName): sign is PersonFlagName =>
  (personFlagNames as readonly string[]).includes(sign)

/** What drives a sign of another threat in one month, with the names of what it mentions. */
export const signExplanationQuery = (
  communityId: string,
  sign: SecondaryFlagName,
  month: string,
  knownOn: KnownOn = null,
) =>
  queryOptions({
    queryKey: [...risksRoot(communityId), 'signs', 'explained', sign, month, knownOn],
    queryFn: async ({ signal }) => {
      const query = { month, ...asKnown(knownOn) }
      const answer = isOfPersons(sign)
        ? call(contract.explainPersonSign, { params: { communityId, sign }, query }, signal)
        : call(contract.explainSign, { params: { communityId, sign }, query }, signal)
      return (await answer) as unknown as NamedSignExplanation
    },
    staleTime: 60_000,
  })
