// What every page loads: the style, htmx, and the small things a page does by itself. Map and charts
// are fetched by the first page that has one.
import '@made/tabler.css'
import './ronghe.css'
import 'htmx.org'
import { startChart } from './chart-element'
import { startConfirm } from './confirm'
import { startCopy } from './copy'
import { startForms } from './forms'
import { startMap } from './map-element'
import { startMenus } from './menus'
import { startSearch } from './search'

startConfirm(document)
startCopy(document)
startForms(document)
startMenus(document)
startSearch(document)
startMap()
startChart()
