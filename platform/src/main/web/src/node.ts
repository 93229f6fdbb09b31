// What every page loads: the style, htmx, and the small things a page does by itself. Map and charts
// are fetched by the first page that has one.
import '@made/tabler.css'
import './ronghe.css'
import 'htmx.org'
import { startChart } from './chart-element'
import { startChoices } from './choices'
import { startConfirm } from './confirm'
import { startCopy } from './copy'
import { startForms } from './forms'
import { startMap } from './map-element'
import { startMenus } from './menus'
import { startScroll } from './scroll'
import { startSearch } from './search'
import { startSliders } from './sliders'

startChoices(document)
startConfirm(document)
startCopy(document)
startForms(document)
startMenus(document)
startScroll(document)
startSearch(document)
startSliders(document)
startMap()
startChart()
