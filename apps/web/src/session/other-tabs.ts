export type TabNews = 'signed-in' | 'signed-out'

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('commonweal-session') : null

export function tellOtherTabs(news: TabNews): void {
  channel?.postMessage(news)
}

/** What another tab of this browser did with the session. */
export function onOtherTab(listener: (news: TabNews) => void): () => void {
  const hear = (event: MessageEvent<TabNews>) => listener(event.data)
  channel?.addEventListener('message', hear)
  return () => channel?.removeEventListener('message', hear)
}
