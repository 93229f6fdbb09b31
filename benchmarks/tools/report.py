#!/usr/bin/env python3
"""Turns the rows of a topic into RESULTS/TOPIC.md and RESULTS/TOPIC.json.

usage: report.py TOPIC ROWS RESULTS COMMAND
"""
import datetime
import json
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What a topic is called, what is compared (smaller is better) and which columns follow the name.
TOPICS = {
    "cluster": ("Clustering points on the sphere", "seconds",
                ["seconds", "best_seconds", "ratio", "bytes_a_point", "process_seconds",
                 "process_peak_mb", "clusters", "answer", "note"]),
    "json": ("Reading OpenAlex works", "cpu_seconds",
             ["mb_per_cpu_second", "ratio", "seconds", "cpu_seconds", "answer", "note"]),
    "table": ("Reading an inventor table", "cpu_seconds",
              ["mb_per_cpu_second", "ratio", "seconds", "cpu_seconds", "answer", "note"]),
    "fraction": ("Fractional weights per location", "seconds",
                 ["ns_a_row", "ratio", "seconds", "cpu_seconds", "answer", "note"]),
    "rank": ("From raw records to ranked clusters, whole process", "seconds",
             ["seconds", "best_seconds", "cpu_seconds", "ratio", "process_peak_mb", "clusters",
              "answer", "note"]),
    "help": ("Starting up", "seconds",
             ["seconds", "best_seconds", "cpu_seconds", "ratio", "runs", "note"]),
    "jmh": ("JMH", "seconds", ["seconds", "runs", "note"]),
}
HEADINGS = {
    "seconds": "median s", "best_seconds": "best s", "cpu_seconds": "CPU s", "ratio": "time ÷ ours",
    "bytes_a_point": "allocated bytes a point", "process_seconds": "whole process s",
    "process_peak_mb": "peak memory MB", "clusters": "clusters", "answer": "answer",
    "mb_per_cpu_second": "MB per CPU-second", "ns_a_row": "ns a row", "runs": "runs", "note": "note",
}


def shell(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    except OSError:
        return ""


def first(pattern, text):
    match = re.search(pattern, text, re.M)
    return match.group(1).strip() if match else "unknown"


def versions():
    pom = open(os.path.join(ROOT, "benchmarks", "pom.xml"), encoding="utf-8").read()
    parent = open(os.path.join(ROOT, "pom.xml"), encoding="utf-8").read()
    found = dict(re.findall(r"<(\w+)\.version>([^<]+)</", parent + pom))
    names = {"duckdb": "DuckDB JDBC", "elki": "ELKI", "smile": "Smile", "hipparchus": "Hipparchus",
             "fastjson": "fastjson2", "jackson": "Jackson", "simdjson": "simdjson-java",
             "fastcsv": "FastCSV", "jmh": "JMH"}
    result = {shown: found[key] for key, shown in names.items() if key in found}
    python = os.environ.get("PYTHON", "python3")
    for library in ("sklearn", "pandas", "numpy"):
        result[{"sklearn": "scikit-learn"}.get(library, library)] = shell(
            python, "-c", f"import {library}; print({library}.__version__)")
    java = os.path.join(os.environ.get("JAVA_HOME", ""), "release")
    if os.path.exists(java):
        result["Java"] = first(r'^JAVA_RUNTIME_VERSION="?([^"\n]+)', open(java).read())
    return {name: version for name, version in result.items() if version}


def machine():
    cpus = shell("lscpu")
    memory = first(r"^MemTotal:\s+(\d+)", open("/proc/meminfo").read())
    return {
        "cpu": first(r"^Model name:\s+(.+)$", cpus),
        "cores": os.cpu_count(),
        "memory_gb": round(int(memory) / 1024 / 1024, 1),
        "system": first(r'^PRETTY_NAME="(.+)"', open("/etc/os-release").read()),
        "load_before": round(float(os.environ.get("LOAD_BEFORE", "nan")), 2),
    }


def figure(value):
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).lower()
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        if value >= 1000:
            return f"{value:,.0f}"
        return f"{value:.3g}" if value < 100 else f"{value:.0f}"
    return str(value)


def complete(rows, unit):
    """Adds the derived figures: throughput, and the time as a multiple of ours."""
    ours = {}
    for row in rows:
        if "megabytes" in row and row.get("cpu_seconds"):
            row["mb_per_cpu_second"] = row["megabytes"] / row["cpu_seconds"]
        if row.get("ours") and unit in row and "failed" not in row:
            ours.setdefault(row["group"], row[unit])
    for row in rows:
        if "skipped" in row:
            for key in ("seconds", "best_seconds", "cpu_seconds", "runs", "ratio") + tuple(
                    key for key in row if key.startswith("process_")):
                row.pop(key, None)
        base = ours.get(row["group"])
        if base and not row.get("ours"):
            if "over_cap" in row:
                row["ratio"] = f"> {row['over_cap'] / base:,.0f}"
            elif row.get(unit) and not row.get("no_ratio"):
                row["ratio"] = row[unit] / base
        if "over_cap" in row:
            row["seconds"] = f"> {row['over_cap']:.0f}"
        row["note"] = "; ".join(
            str(row[key]) for key in ("failed", "skipped", "note") if row.get(key))


def table(rows, columns):
    used = [c for c in columns if any(row.get(c) not in (None, "") for row in rows)]
    lines = ["| | " + " | ".join(HEADINGS[c] for c in used) + " |",
             "|---|" + "---|" * len(used)]
    for row in rows:
        name = f"**{row['name']}**" if row.get("ours") else row["name"]
        cells = [figure(row.get(c)).replace("|", "\\|").replace("\n", " ") for c in used]
        lines.append("| " + " | ".join([name, *cells]) + " |")
    return lines


def main(topic, rows_file, results, command):
    title, unit, columns = TOPICS[topic]
    with open(rows_file) as lines:
        rows = [json.loads(line) for line in lines]
    complete(rows, unit)
    about = {"date": datetime.date.today().isoformat(), "command": command,
             "commit": shell("git", "rev-parse", "--short=12", "HEAD"),
             "machine": machine(), "versions": versions()}
    m = about["machine"]
    text = [f"# {title}", "",
            f"{about['date']} · commit {about['commit']} · `{command}`", "",
            f"{m['cpu']}, {m['cores']} cores, {m['memory_gb']} GB, {m['system']}; load before the "
            f"run {m['load_before']}. " + ", ".join(f"{k} {v}" for k, v in about["versions"].items())
            + ". How to read this: [README](../README.md).", ""]
    for group in dict.fromkeys(row["group"] for row in rows):
        text += [f"## {group}", ""]
        text += table([row for row in rows if row["group"] == group], columns) + [""]
    os.makedirs(results, exist_ok=True)
    with open(os.path.join(results, topic + ".md"), "w", encoding="utf-8") as out:
        out.write("\n".join(text).rstrip() + "\n")
    with open(os.path.join(results, topic + ".json"), "w", encoding="utf-8") as out:
        json.dump({**about, "rows": rows}, out, indent=1, ensure_ascii=False)
        out.write("\n")
    print("\n".join(text[6:]))
    wrong = [row["name"] for row in rows if str(row.get("answer", "same")).startswith("differs")]
    if wrong:
        print("ANSWERS DIFFER: " + ", ".join(wrong), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
