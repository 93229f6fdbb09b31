import { LngLatBounds, Map as MapLibre, NavigationControl, Popup, setWorkerUrl, type StyleSpecification } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerAddress from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

interface Place {
  type: 'Feature'
  id: number
  geometry: unknown
  properties: { id: string; name: string; note: string; href: string; size: number; lon: number; lat: number }
}

setWorkerUrl(new URL(workerAddress, import.meta.url).href)

/** Draws, follows the page's selection, and returns what ends it. Fails where WebGL is missing. */
export async function drawMap(place: HTMLElement, options: DOMStringMap, selection: () => Set<string> | null): Promise<() => void> {
  const { features } = (await (await fetch(options['places']!)).json()) as { features: Place[] }
  const points = features.map((feature) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [feature.properties.lon, feature.properties.lat] },
    properties: feature.properties,
  }))
  const colour = (name: string) => getComputedStyle(place).getPropertyValue(name).trim()
  const style: StyleSpecification = {
    version: 8,
    sources: {
      ground: { type: 'geojson', data: options['base'] ?? options['land']! },
      outlines: { type: 'geojson', data: { type: 'FeatureCollection', features: features.filter((f) => f.geometry) as never[] } },
      points: { type: 'geojson', data: { type: 'FeatureCollection', features: points } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--ronghe-sea') } },
      { id: 'land', type: 'fill', source: 'ground', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour('--ronghe-land') } },
      { id: 'lines', type: 'line', source: 'ground', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colour('--ronghe-soft'), 'line-width': 0.7 } },
      { id: 'outlines', type: 'fill', source: 'outlines', paint: { 'fill-color': colour('--ronghe-accent'), 'fill-opacity': 0.18 } },
      { id: 'outline-edges', type: 'line', source: 'outlines', paint: { 'line-color': colour('--ronghe-accent'), 'line-width': 1 } },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-radius': ['get', 'size'],
          'circle-color': colour('--ronghe-accent'),
          'circle-opacity': 0.55,
          'circle-stroke-color': colour('--ronghe-paper'),
          'circle-stroke-width': 1,
        },
      },
    ],
  }
  const bounds = points.reduce((all, point) => all.extend(point.geometry.coordinates as [number, number]), new LngLatBounds())
  const map = new MapLibre({
    container: place,
    style,
    ...(bounds.isEmpty() ? { center: [0, 20], zoom: 1 } : { bounds, fitBoundsOptions: { padding: 40, maxZoom: Number(options['nearest'] ?? 8) } }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: true,
    locale: {
      'NavigationControl.ZoomIn': options['zoomIn'] ?? '',
      'NavigationControl.ZoomOut': options['zoomOut'] ?? '',
      'Map.Title': options['title'] ?? '',
      'Popup.Close': '×',
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }))
  await new Promise<void>((resolve, reject) => {
    map.once('load', () => resolve())
    map.once('error', (event) => reject(event.error))
  })

  const follow = () => {
    const chosen = selection()
    const filter = chosen ? ['in', ['get', 'id'], ['literal', [...chosen]]] : null
    for (const layer of ['points', 'outlines', 'outline-edges']) map.setFilter(layer, filter as never)
  }
  follow()
  document.addEventListener('htmx:after:swap', follow)
  pointing(map)
  return () => {
    document.removeEventListener('htmx:after:swap', follow)
    map.remove()
  }
}

/** Tells what lies under the pointer, and goes to its page on a click. */
function pointing(map: MapLibre): void {
  const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 10, className: 'map-note' })
  map.on('mousemove', 'points', (event) => {
    const properties = event.features?.[0]?.properties as Place['properties'] | undefined
    if (!properties) return
    map.getCanvas().style.cursor = 'pointer'
    const words = document.createElement('div')
    const name = document.createElement('strong')
    name.textContent = properties.name
    words.append(name, document.createElement('br'), properties.note)
    popup.setLngLat([properties.lon, properties.lat]).setDOMContent(words).addTo(map)
  })
  map.on('mouseleave', 'points', () => {
    map.getCanvas().style.cursor = ''
    popup.remove()
  })
  map.on('click', 'points', (event) => {
    const href = event.features?.[0]?.properties?.['href'] as string | undefined
    if (href) location.href = href
  })
}
