import './report.css'
document.documentElement.classList.add('js')
