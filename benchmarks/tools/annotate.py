#!/usr/bin/env python3
"""Adds what a judge printed to the last row of a file of rows.

usage: annotate.py ROWS COMMAND…

The command prints one line of JSON, whose members are added; most often `answer`, which is "same"
or "differs: …". A row that failed or ran beyond its cap stays as it is.
"""
import json
import subprocess
import sys


def main(rows, *command):
    with open(rows) as lines:
        all_rows = [json.loads(line) for line in lines]
    last = all_rows[-1]
    if "over_cap" in last or "failed" in last or "skipped" in last:
        return
    done = subprocess.run(command, capture_output=True, text=True)
    try:
        last.update(json.loads(done.stdout.strip().splitlines()[-1]))
    except (IndexError, ValueError):
        last["answer"] = "not judged: " + (done.stderr.strip().splitlines() or ["?"])[-1][:200]
    with open(rows, "w") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in all_rows)
    if last.get("answer", "same") != "same":
        print(f"    {last['answer']}", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
