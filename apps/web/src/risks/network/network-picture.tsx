import type { History } from '@commonweal/domain/risks/history'
import { ActionIcon, useComputedColorScheme } from '@mantine/core'
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { loadLate } from '../../http/late-files.ts'
import { Failure, Loading } from '../../ui/faces.tsx'
import { useWords } from '../../words/words.tsx'
import type { Picture, Scene } from './draw-network.ts'
import classes from './network-picture.module.css'
import type { ShownNetwork } from './shown-network.ts'
import '../../words/of/network.ts'

interface Props {
  readonly history: History
  readonly shown: ShownNetwork
  readonly chosen: string | undefined
  /** What a screen reader hears instead of the picture. */
  readonly label: string
  readonly onChoose: (organisationId: string | undefined) => void
  readonly onOpen: (organisationId: string) => void
}

/** Whether this browser can draw the picture at all. */
export function canDraw(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

/** The network as a picture. The code that places and draws it is fetched when a picture is first asked for. */
export function NetworkPicture({ history, shown, chosen, label, onChoose, onOpen }: Props) {
  const { t } = useWords()
  const appearance = useComputedColorScheme('light')
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<Picture>(null)
  const [state, setState] = useState<'loading' | 'drawn' | { readonly error: unknown }>('loading')
  const [attempt, setAttempt] = useState(0)

  const scene = useEffectEvent((element: HTMLElement): Scene => {
    const style = getComputedStyle(element)
    const ink = (name: string) => style.getPropertyValue(name).trim()
    return {
      shown,
      chosen,
      appearance,
      signOf: (sector) => t(`network:sign.${sector}`),
      inks: {
        ink: ink('--cw-ink'),
        surface: ink('--cw-surface'),
        tie: ink('--network-tie'),
        thin: ink('--network-thin'),
      },
    }
  })
  const choose = useEffectEvent(onChoose)
  const open = useEffectEvent(onOpen)

  useEffect(() => {
    const element = box.current
    if (element === null) return
    let isWanted = true
    const draw = async () => {
      const [{ placedNetwork }, { drawNetwork }] = await loadLate(() =>
        Promise.all([import('./placed-network.ts'), import('./draw-network.ts')]),
      )
      if (!isWanted) return
      const graph = placedNetwork(history)
      picture.current = drawNetwork(element, graph, { onChoose: choose, onOpen: open }, scene(element))
      setState('drawn')
    }
    draw().catch((error: unknown) => isWanted && setState({ error }))
    return () => {
      isWanted = false
      picture.current?.end()
      picture.current = null
      setState('loading')
    }
  }, [history, attempt])

  useEffect(() => {
    if (box.current !== null) picture.current?.show(scene(box.current))
  }, [shown, chosen, appearance, state])

  if (typeof state === 'object') {
    const again = () => {
      setState('loading')
      setAttempt(attempt + 1)
    }
    return <Failure error={state.error} onRetry={again} />
  }
  return (
    <div className={classes.picture}>
      <div className={classes.frame}>
        <div ref={box} className={classes.box} role="img" aria-label={label} />
        {state === 'loading' && (
          <div className={classes.wait}>
            <Loading />
          </div>
        )}
      </div>
      <div className={classes.under} data-no-print>
        <p>{t('network:picture.hint')}</p>
        <div className={classes.moves}>
          <Move label={t('network:picture.zoomIn')} Sign={IconPlus} onPress={() => picture.current?.move('nearer')} />
          <Move
            label={t('network:picture.zoomOut')}
            Sign={IconMinus}
            onPress={() => picture.current?.move('further')}
          />
          <Move label={t('network:picture.fit')} Sign={IconMaximize} onPress={() => picture.current?.move('fit')} />
        </div>
      </div>
    </div>
  )
}

function Move({ label, Sign, onPress }: { label: string; Sign: typeof IconPlus; onPress: () => void }) {
  return (
    <ActionIcon variant="default" aria-label={label} title={label} onClick={onPress}>
      <Sign aria-hidden="true" size={20} />
    </ActionIcon>
  )
}
