import type { Language } from './data'

/** What the address after # says: a section or a cluster, and the language. */
export interface Route {
  section: string
  cluster: number | null
  language: Language | null
}

/** Reads `#cluster-12&lang=zh`, `#method`, `#lang=en`. */
export function parse(hash: string): Route {
  const route: Route = { section: '', cluster: null, language: null }
  for (const part of hash.replace(/^#/, '').split('&')) {
    const language = /^lang=(en|zh)$/.exec(part)?.[1]
    const cluster = /^cluster-(\d{1,15})$/.exec(part)?.[1]
    if (language) route.language = language as Language
    else if (cluster) route.cluster = Number(cluster)
    else if (/^[\w-]+$/.test(part)) route.section = part
  }
  return route
}

/** The address of a route; the language is named only where it is not the page's own. */
export function print(route: Route, own: Language): string {
  const parts = []
  if (route.cluster !== null) parts.push(`cluster-${route.cluster}`)
  else if (route.section) parts.push(route.section)
  if (route.language && route.language !== own) parts.push(`lang=${route.language}`)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}
