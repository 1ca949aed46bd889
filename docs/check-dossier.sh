#!/bin/sh
# Checks, without Dalel, that a dossier is as the key of its case signed it. Needs sh, sha256sum, openssl, od.
#
#   sh check-dossier.sh FOLDER [KEY.vkey]
#
# FOLDER    holds manifest.note and the files it names
# KEY.vkey  the key of the case, which you should have got by another way than the folder: name+id+base64.
#           Without it the folder's own case.vkey is used, which proves only that the folder agrees with itself.
set -eu
export LC_ALL=C

die() { echo "$1" >&2; exit 1; }
[ $# -eq 1 ] || [ $# -eq 2 ] || die "use: check-dossier.sh FOLDER [KEY.vkey]"
folder=$1 vkey=${2:-$1/case.vkey} note=$1/manifest.note
[ -f "$note" ] && [ -f "$vkey" ] || die "no manifest.note, or no key"
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# hex digits to bytes (a POSIX printf knows octal only), and bytes to hex digits
bytes() { for pair in $(printf '%s' "$1" | sed 's/../& /g'); do printf "\\$(printf '%03o' "0x$pair")"; done; }
hex() { od -An -v -tx1 | tr -d ' \n'; }

# 1. The manifest is a text, an empty line, and signatures (C2SP signed-note). Its first line says what it is.
sed '/^$/,$d' "$note" > "$work/text"
[ "$(sed -n 1p "$work/text")" = "dalel/dossier/v1" ] || die "not the manifest of a dossier"

# 2. The key of the case signed the text (Ed25519). The key is the 32 bytes after the first in the vkey's last part.
name=$(cut -d + -f 1 "$vkey")
id=$(cut -d + -f 2 "$vkey")
key=$(cut -d + -f 3- "$vkey" | openssl base64 -d -A | hex | cut -c 3-)
[ "${#key}" -eq 64 ] || die "not a key"
{ bytes 302a300506032b6570032100; bytes "$key"; } > "$work/key.der"
signed=$(sed '1,/^$/d' "$note" | sed -n "s|^— $name ||p" | head -n 1 | openssl base64 -d -A | hex)
[ "$(printf '%s' "$signed" | cut -c 1-8)" = "$id" ] || die "this key did not sign the manifest"
bytes "$(printf '%s' "$signed" | cut -c 9-)" > "$work/signature"
openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$work/text" \
  -sigfile "$work/signature" > "$work/said" 2>&1 || die "the signature does not fit"

# 3. Every file is as it was signed, and nothing else lies in the folder.
sed 1d "$work/text" > "$work/files"
[ -s "$work/files" ] || die "the manifest names no file"
while read -r hash file; do
  case $file in */* | .* | "") die "a name that cannot be: $file" ;; esac
  [ -f "$folder/$file" ] || die "missing: $file"
  [ "$(sha256sum < "$folder/$file" | cut -d ' ' -f 1)" = "$hash" ] || die "altered: $file"
  echo "OK $file"
done < "$work/files"
for path in "$folder"/* "$folder"/.[!.]*; do
  [ -e "$path" ] || continue
  file=${path##*/}
  case $file in manifest.note | case.vkey | check-dossier.sh) continue ;; esac
  cut -d ' ' -f 3 "$work/files" | grep -qxF -e "$file" || die "not signed: $file"
done
echo "OK signed by $name"
