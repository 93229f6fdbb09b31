#!/usr/bin/env python3
"""Runs one command under a cap of time and adds one row to a file of rows.

usage: measure.py ROWS CAP_SECONDS KEY=VALUE… -- COMMAND…

A row is the last line of JSON that the command printed, the wall and CPU seconds and the peak
memory of its whole process, and the keys given. A command that runs beyond its cap or fails leaves
a row that says so; the others go on. A key `group` says which rows are compared, `ours=true` which
of them the others are compared with.
"""
import json
import os
import signal
import subprocess
import sys
import time


def value(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def last_json(text):
    for line in reversed(text.strip().splitlines()):
        if line.startswith("{"):
            try:
                return json.loads(line)
            except ValueError:
                pass
    return {}


def main(rows, cap, *rest):
    split = rest.index("--")
    row = dict((k, value(v)) for k, v in (pair.split("=", 1) for pair in rest[:split]))
    row["command"] = " ".join(
        ("…" if len(word) > 200 else word) for word in rest[split + 1:])
    log = f"{rows}.log"
    with open(log, "wb") as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            rest[split + 1:], stdout=subprocess.PIPE, stderr=err, start_new_session=True)
        timed_out = False
        try:
            out, _ = process.communicate(timeout=float(cap))
        except subprocess.TimeoutExpired:
            timed_out = True
            os.killpg(process.pid, signal.SIGTERM)
            try:
                out, _ = process.communicate(timeout=10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                out, _ = process.communicate()
        wall = time.perf_counter() - start
    usage = resource_usage()
    if timed_out:
        row["over_cap"] = float(cap)
    else:
        row.update(last_json(out.decode("utf-8", "replace")))
        row.update({
            "process_seconds": round(wall, 4),
            "process_cpu_seconds": round(usage[0], 4),
            "process_peak_mb": round(usage[1], 1),
            "exit": process.returncode,
        })
        if process.returncode not in row.get("good_exits", [0]):
            with open(log, errors="replace") as err:
                lines = [l.strip() for l in err if l.strip()]
            what = [l for l in lines if "Exception" in l or "Error" in l] or lines or ["?"]
            row["failed"] = f"exit code {process.returncode}: {what[0][:200]}"
    with open(rows, "a") as out_file:
        out_file.write(json.dumps(row, ensure_ascii=False) + "\n")
    figure = row.get("over_cap") and f"> {cap} s" or row.get("failed") or row.get("skipped") \
        or f"{row.get('seconds', row['process_seconds']):.4g} s"
    print(f"  {row.get('name', '?')}: {figure}", file=sys.stderr, flush=True)


def resource_usage():
    """CPU seconds and peak megabytes of the one child that was waited for."""
    import resource
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    if "--" not in sys.argv or len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
