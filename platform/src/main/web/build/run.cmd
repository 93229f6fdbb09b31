@echo off
rem Starts the page's build for Maven: says in a sentence what is missing, else hands over to Node.js.
where npm >nul 2>nul
if errorlevel 1 (
  echo The pages of Ronghe's node are built with Node.js, and npm was not found: install Node.js 20.19 or newer together with npm, then build again. 1>&2
  exit /b 1
)
node "%~dp0run.mjs" %*
