#!/usr/bin/env python3
"""Runs one command under a cap of time and adds one row to a file of rows.

usage: measure.py ROWS CAP_SECONDS KEY=VALUE… -- COMMAND…

A row is the last line of JSON that the command printed, the wall and CPU seconds and the peak
memory of its whole process, and the keys given. A command that runs beyond its cap or fails leaves
a row that says so; the others go on. With `repeat=N` the command runs N times and the median of its
times is kept. `group` says which rows are compared, `ours=true` with which of them.
"""
import json
import os
import resource
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


def run(command, cap, log):
    """Wall and CPU seconds, what was printed, and the exit code, which is None beyond the cap."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(log, "wb") as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=err, start_new_session=True)
        try:
            out, _ = process.communicate(timeout=cap)
            exit_code = process.returncode
        except subprocess.TimeoutExpired:
            exit_code = None
            os.killpg(process.pid, signal.SIGTERM)
            try:
                out, _ = process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                out, _ = process.communicate()
        wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, out.decode("utf-8", "replace"), exit_code


def failure(exit_code, log):
    with open(log, errors="replace") as err:
        lines = [line.strip() for line in err if line.strip()]
    telling = [line for line in lines if "Exception" in line or "Error" in line] or lines or ["?"]
    return f"exit code {exit_code}: {telling[0][:200]}"


def main(rows, cap, *rest):
    split = rest.index("--")
    row = dict((k, value(v)) for k, v in (pair.split("=", 1) for pair in rest[:split]))
    command = rest[split + 1:]
    log = f"{rows}.log"
    times = []
    for _ in range(row.pop("repeat", 1)):
        wall, cpu, out, exit_code = run(command, float(cap), log)
        times.append((wall, cpu))
        if exit_code is None:
            row["over_cap"] = float(cap)
            break
        if exit_code not in row.get("good_exits", [0]):
            row["failed"] = failure(exit_code, log)
            break
    else:
        times.sort()
        wall, cpu = times[len(times) // 2]
        row.update(last_json(out))
        row.update({
            "process_seconds": round(wall, 4),
            "process_cpu_seconds": round(cpu, 4),
            "process_peak_mb": round(
                resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
            "exit": exit_code,
        })
        row.setdefault("seconds", row["process_seconds"])
        row.setdefault("best_seconds", round(times[0][0], 4))
        row.setdefault("cpu_seconds", row["process_cpu_seconds"])
        row.setdefault("runs", len(times))
    with open(rows, "a") as out_file:
        out_file.write(json.dumps(row, ensure_ascii=False) + "\n")
    figure = row.get("failed") or row.get("skipped") or (
        f"> {cap} s" if "over_cap" in row else f"{row['seconds']:.4g} s")
    print(f"  {row.get('name', '?')}: {figure}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    if "--" not in sys.argv or len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
