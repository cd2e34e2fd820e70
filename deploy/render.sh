#!/bin/sh
# Fills in a template of deploy/nginx and prints it:
#
#   deploy/render.sh deploy/nginx/app.conf listen='443 ssl' name=so-tay.example dist=/srv/so-tay-app ...
#
# The values of each template are explained at its top. Fails when one is missing.
set -eu

template=$1
shift

text=$(grep -v '^#' "$template")
for pair in "$@"; do
  value=$(printf '%s' "${pair#*=}" | sed 's/[\\&|]/\\&/g')
  text=$(printf '%s\n' "$text" | sed "s|{{${pair%%=*}}}|$value|g")
done

missing=$(printf '%s\n' "$text" | grep -o '{{[a-z]*}}' | sort -u | tr -d '{}' | tr '\n' ' ')
if [ -n "$missing" ]; then
  echo "render.sh: $template needs a value for: $missing" >&2
  exit 1
fi
printf '%s\n' "$text"
