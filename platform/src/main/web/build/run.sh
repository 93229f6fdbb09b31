#!/bin/sh
# Starts the page's build for Maven: says in a sentence what is missing, else hands over to Node.js.
for tool in node npm; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "The pages of Ronghe's node are built with Node.js, and \"$tool\" was not found: install Node.js 20.19 or newer together with npm, then build again." >&2
    exit 1
  fi
done
exec node "$(dirname "$0")/run.mjs" "$@"
