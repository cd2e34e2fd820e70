#!/bin/sh
# Makes room for one branch on the data host and prints its hosting link:
#
#   deploy/host.sh https://so-tay.example https://du-lieu.example
#
# The first address is the app, the second the data host. The link is given to the secretary of the branch, who
# pastes or scans it when the branch is founded. Whoever holds it can publish and read in the branch's name: send
# it as you would send a key.
#
# The link is  APP/thanh-lap#PAYLOAD . PAYLOAD is base64url without padding of this UTF-8 text:
#
#   v1;<data host>;<folder: 32 hex digits>;<token: 43 base64url characters>
#
# The data host is its address without a slash at the end. The token goes into the header
# `Authorization: Bearer <token>`.
#
# Settings, by environment:
#   SO_TAY_DATA    folder of the data                 (default /srv/so-tay)
#   SO_TAY_TOKENS  token map read by nginx            (default /etc/so-tay/tokens.map)
#   SO_TAY_OWNER   user that nginx runs as            (default www-data; only used by root)
set -eu
umask 077

if [ $# -ne 2 ]; then
  echo "usage: $0 APP_ADDRESS DATA_ADDRESS" >&2
  exit 2
fi
app=${1%/}
base=${2%/}
for address in "$app" "$base"; do
  case $address in
    *[!A-Za-z0-9.:/_-]*) echo "host.sh: not a plain address: $address" >&2; exit 2 ;;
    https://?* | http://localhost*) ;;
    *) echo "host.sh: an address starts with https:// , not: $address" >&2; exit 2 ;;
  esac
done
if [ "$app" = "$base" ]; then
  echo "host.sh: the app and the data must have different addresses" >&2
  exit 2
fi

data=${SO_TAY_DATA:-/srv/so-tay}
tokens=${SO_TAY_TOKENS:-/etc/so-tay/tokens.map}
owner=${SO_TAY_OWNER:-www-data}

base64url() { base64 | tr -d '=\n' | tr '+/' '-_'; }

folder=$(od -An -v -tx1 -N16 /dev/urandom | tr -d ' \n')
token=$(head -c 32 /dev/urandom | base64url)

mkdir -p "$data/bodies" "$data/feed/$folder" "$data/drop/$folder"
if [ "$(id -u)" -eq 0 ]; then
  chown "$owner" "$data" "$data/bodies" "$data/feed" "$data/drop" "$data/feed/$folder" "$data/drop/$folder"
fi
printf '"%s:Bearer %s" 1;\n' "$folder" "$token" >>"$tokens"

echo "host.sh: now let nginx read the token map: nginx -t && nginx -s reload" >&2
printf '%s/thanh-lap#%s\n' "$app" "$(printf 'v1;%s;%s;%s' "$base" "$folder" "$token" | base64url)"
