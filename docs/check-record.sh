#!/bin/sh
# Checks, without Dalel, that a disclosed record stands in a signed log. Needs sh, sha256sum, openssl, od.
#
#   sh check-record.sh RECORD.open RECORD.tlog-proof DEVICE.vkey
#
# RECORD.open        the record as disclosed: header, 32 random bytes in hex, the entry as JSON
# RECORD.tlog-proof  its place in the log (C2SP tlog-proof): index, hashes, and the signed checkpoint
# DEVICE.vkey        the device's key, which you should have got by another way: name+id+base64
set -eu
export LC_ALL=C

die() { echo "$1" >&2; exit 1; }
[ $# -eq 3 ] || die "use: check-record.sh RECORD.open RECORD.tlog-proof DEVICE.vkey"
record=$1 proof=$2 vkey=$3
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# hex digits to bytes (a POSIX printf knows octal only), and bytes to hex digits
bytes() { for pair in $(printf '%s' "$1" | sed 's/../& /g'); do printf "\\$(printf '%03o' "0x$pair")"; done; }
hex() { od -An -v -tx1 | tr -d ' \n'; }
hash() { sha256sum | cut -d ' ' -f 1; }
node() { { bytes 01; bytes "$1"; bytes "$2"; } | hash; }

# 1. The commitment is the SHA-256 of the record as given; the leaf is the SHA-256 of 0x00 and the commitment.
commitment=$(sha256sum < "$record" | cut -d ' ' -f 1)
leaf=$({ bytes 00; bytes "$commitment"; } | hash)

# 2. The proof: a header, the index, the hashes from leaf to root, an empty line, the checkpoint.
[ "$(sed -n 1p "$proof")" = "c2sp.org/tlog-proof@v1" ] || die "not a proof"
index=$(sed -n 's/^index //p' "$proof" | head -n 1)
sed '1,/^$/d' "$proof" > "$work/checkpoint"
sed '/^$/,$d' "$work/checkpoint" > "$work/text"
origin=$(sed -n 1p "$work/text")
size=$(sed -n 2p "$work/text")
root=$(sed -n 3p "$work/text" | openssl base64 -d -A | hex)

# 3. From leaf to root (RFC 9162, 2.1.3.2).
first=$index last=$((size - 1)) at=$leaf
for encoded in $(sed '/^$/,$d' "$proof" | sed 1,2d); do
  other=$(printf '%s' "$encoded" | openssl base64 -d -A | hex)
  [ "$last" -gt 0 ] || die "the record is not in this log: the proof is too long"
  if [ $((first % 2)) -eq 1 ] || [ "$first" -eq "$last" ]; then
    at=$(node "$other" "$at")
    while [ $((first % 2)) -eq 0 ] && [ "$first" -ne 0 ]; do first=$((first / 2)) last=$((last / 2)); done
  else
    at=$(node "$at" "$other")
  fi
  first=$((first / 2)) last=$((last / 2))
done
[ "$last" -eq 0 ] && [ "$at" = "$root" ] || die "the record is not in this log: the root comes out differently"

# 4. The device signed the checkpoint (Ed25519). The key is the 32 bytes after the first in the vkey's last part.
name=$(cut -d + -f 1 "$vkey")
[ "$name" = "$origin" ] || die "the key is of another log"
id=$(cut -d + -f 2 "$vkey")
key=$(cut -d + -f 3- "$vkey" | openssl base64 -d -A | hex | cut -c 3-)
{ bytes 302a300506032b6570032100; bytes "$key"; } > "$work/key.der"
signed=$(sed -n "s|^— $name ||p" "$work/checkpoint" | head -n 1 | openssl base64 -d -A | hex)
[ "$(printf '%s' "$signed" | cut -c 1-8)" = "$id" ] || die "the device's signature is missing"
bytes "$(printf '%s' "$signed" | cut -c 9-)" > "$work/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/text" \
  -sigfile "$work/signature" > "$work/said" 2>&1 || die "the device's signature does not fit"

echo "OK record $index of $size in $origin"
sed 1,2d "$record"
