#!/usr/bin/env python3
"""Checks a log that `dalel export --log` wrote, without Dalel: python3 verify.py LOG [FOUNDER]

Standard library and openssl. FOUNDER: the founder's public key (base64), got by another way than the log; without it only
that the log fits itself is shown. Formats: docs/formats.md (Record, Log and checkpoint, Exported log). Prints what was
checked, or each log's first fault. Exit: 0 all is well, 3 damage. It does not show that an entry tells the truth, that
nothing was left out, or when anything happened."""
import base64, hashlib, json, os, re, subprocess, sys, tempfile

SPKI = bytes.fromhex("302a300506032b6570032100")  # RFC 8410: what stands before 32 bytes of an Ed25519 key
ID = re.compile(r"[0-9abcdefghjkmnpqrstvwxyz]{26}\Z")
sha = lambda data: hashlib.sha256(data).digest()
b64 = lambda data: base64.b64encode(data).decode()

class Fault(Exception): pass

def refuse(odd, fault):
    if odd: raise Fault(fault)

def append(tree, leaf):  # tree: (size, roots of its perfect subtrees, largest first), RFC 6962
    size, roots = tree[0], list(tree[1])
    node = sha(b"\0" + leaf)
    while size % 2:
        node, size = sha(b"\1" + roots.pop() + node), size // 2
    return tree[0] + 1, roots + [node]

def root(tree):
    node = tree[1][-1] if tree[1] else sha(b"")
    for left in reversed(tree[1][:-1]):
        node = sha(b"\1" + left + node)
    return b64(node)

def read_record(text):
    match = re.fullmatch(r"dalel/record/v1\n[0-9a-f]{64}\n(.*)\n", text, re.S)
    try:
        entry = json.loads(match.group(1))
        plain = json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        sound = plain == match.group(1) and set(entry) == {"v", "id", "at", "by", "kind", "body"}
        sound = sound and ID.match(entry["id"]) and ID.match(entry["by"]) and isinstance(entry["v"], int)
        sound = sound and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", entry["at"]) and isinstance(entry["kind"], str)
    except (AttributeError, KeyError, TypeError, ValueError):
        sound = False
    refuse(not sound, "record-malformed")
    return entry

def is_commit(body):  # one of another shape is of a newer version: kept, and it closes nothing here
    natural = lambda value: type(value) is int and 0 <= value < 1 << 53
    is_root = lambda value: isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9+/]{43}=", value)
    is_id = lambda value: isinstance(value, str) and ID.match(value)
    seen = lambda value: isinstance(value, list) and len(value) == 2 and natural(value[0]) and is_root(value[1])
    sound = isinstance(body, dict) and natural(body.get("first")) and natural(body.get("count"))
    sound = sound and is_id(body.get("member")) and is_root(body.get("previous")) and isinstance(body.get("seen"), dict)
    return sound and all(is_id(device) and seen(value) for device, value in body["seen"].items())

def verified(key, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (("key", SPKI + key), ("text", text), ("signature", signature)):
            with open(os.path.join(folder, name), "wb") as file:
                file.write(data)
        use = "openssl pkeyutl -verify -pubin -keyform DER -inkey key -rawin -in text -sigfile signature".split()
        return subprocess.run(use, cwd=folder, capture_output=True).returncode == 0

def open_note(note, keys):  # C2SP signed-note: every one of these keys must have signed
    text, _, lines = note.rpartition("\n\n")
    text, found = text + "\n", []
    odd = not lines.endswith("\n") or re.search(r"[\0-\x09\x0b-\x1f\x7f]", note) or lines.count("\n") > 16
    refuse(odd, "checkpoint-malformed")
    for line in lines[:-1].split("\n"):
        match = re.fullmatch(r"— ([^+\s]+) ([A-Za-z0-9+/]+=*)", line)
        data = base64.b64decode(match.group(2) + "==") if match else b""
        refuse(len(data) < 5 or b64(data) != match.group(2), "checkpoint-malformed")
        found.append((match.group(1), data))
    for name, key in keys:
        own = [data for other, data in found if other == name and data[:4] == sha(name.encode() + b"\n\1" + key)[:4]]
        good = own and all(len(data) == 68 and verified(key, text.encode(), data[4:]) for data in own)
        refuse(not good, "signature-fails")
    return text

def check(vault, device, tree, records, keys, excused):
    """One log, or a branch of it, from `tree` on: (tree at its end, records, erased, checkpoints)."""
    first, begun, signers, erased, notes = tree[0], tree, set(), 0, 0
    for c, opened, note in records:
        seq, at = tree[0], f"{device} {tree[0]}"
        try:
            tree = append(tree, sha(opened.encode()) if opened is not None else c)
            if opened is None:
                refuse((device, seq) not in excused, "record-erased-without-tombstone")
                erased += 1
                continue
            entry = read_record(opened)
            signers.add(entry["by"])
            if entry["kind"] != "commit" or entry["v"] != 1 or not is_commit(entry["body"]):
                continue
            body, name = entry["body"], f"dalel/1/{vault}/"
            refuse(note is None, "checkpoint-missing")
            refuse(device not in keys or body["member"] not in keys, "key-unknown")
            named = [(name + device, keys[device]), (f"{name}member/{body['member']}", keys[body["member"]])]
            said = (open_note(note, named).split("\n") + [""] * 4)[:4]
            refuse(said[:2] + said[3:] != [name + device, str(tree[0]), ""], "checkpoint-malformed")
            refuse(said[2] != root(tree), "root-differs")
            fits = (body["first"], body["count"], body["previous"]) == (begun[0], tree[0] - begun[0], root(begun))
            refuse(not fits, "commit-does-not-fit")
            refuse(signers != {body["member"]}, "signer-differs")
            begun, signers, notes = tree, set(), notes + 1
        except Fault as fault:
            raise Fault(f"{fault}  {at}")
    if begun[0] != tree[0]:
        raise Fault(f"commit-missing  {device} {tree[0]}")
    return tree, tree[0] - first, erased, notes

def main(path, founder=None):
    vault, sections, keys, excused = None, [], {}, set()  # a section: [device, previous root or None, records]
    for number, line in enumerate(open(path, encoding="utf-8", newline="\n")):
        line = json.loads(line)
        if number == 0: vault = line["vault"]
        elif "log" in line or "tail" in line:
            sections.append([line.get("log") or line["tail"], line.get("previous"), []])
        elif "note" in line:
            sections[-1][2][-1][2] = line["note"]
        else:
            sections[-1][2].append([base64.b64decode(line.get("c", "")), line.get("open"), None])
    for entry in (json.loads(r[1].split("\n")[2]) for s in sections for r in s[2] if r[1] and r[1].count("\n") > 2):
        body = entry["body"] if isinstance(entry.get("body"), dict) else {}
        if entry.get("kind") in ("member", "device") and "key" in body:  # the first counts
            keys.setdefault(body.get(entry["kind"]), base64.b64decode(body["key"]))
        excused |= {(r["device"], r["seq"]) for r in body.get("records", []) if entry.get("kind") == "expunge"}
    first = json.loads(sections[0][2][0][1].split("\n")[2])["body"]
    if first.get("act") != "found" or first["vault"] != vault or founder not in (None, first["key"]):
        return ["founder-differs  " + sections[0][0]], []
    faults, trees, sums = [], {}, [0, 0, 0]
    for device, previous, records in sections:
        try:
            tree = trees[device, previous] if previous else (0, [])
            for upto in range(len(records)) if previous is None else []:
                tree = append(tree, sha(records[upto][1].encode()) if records[upto][1] is not None else records[upto][0])
                trees[device, root(tree)] = tree  # a branch may begin after any commit
            tree, *counts = check(vault, device, trees[device, previous] if previous else (0, []), records, keys, excused)
            trees[device, root(tree)] = tree
            sums = [a + b for a, b in zip(sums, counts)] if previous is None else [*sums[:2], sums[2] + counts[2]]
        except Fault as fault:
            faults.append(str(fault))
    return faults, sums

if __name__ == "__main__":
    try:
        found, checked = main(*sys.argv[1:])
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        found, checked = [f"record-malformed  {type(error).__name__}"], []
    print("\n".join(found) or "OK " + ", ".join(f"{n} {w}" for n, w in zip(checked, ("records", "erased", "checkpoints"))))
    sys.exit(3 if found else 0)
