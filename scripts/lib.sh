# Shared by the scripts beside it: finds the project, checks what the machine has, builds what is missing. Sourced, not run.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
jar="$root/server/target/sepakat.jar"

stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_java() {
  command -v java >/dev/null || stop "Java is missing: install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk)."
  major=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p')
  [ "${major%%.*}" -ge 17 ] || stop "Java $major is too old: install a JDK 17 or newer."
}

need_tools() {
  need_java
  command -v javac >/dev/null || stop "Only a Java runtime is here: install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk)."
  command -v mvn >/dev/null || stop "Maven is missing: install it (Debian: apt-get install maven)."
  command -v node >/dev/null || stop "Node is missing: install Node 20.19 or newer."
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    stop "Node $(node --version) is too old: install Node 20.19 or newer."
  command -v npm >/dev/null || stop "npm is missing: it comes with most packages of Node."
}

is_built() {
  [ -f "$jar" ] || return 1
  newer=$(find "$root/pom.xml" "$root"/db/pom.xml "$root"/web/pom.xml "$root"/server/pom.xml "$root"/*/src "$root"/web/package-lock.json \
    "$root"/web/index.html "$root"/web/vite.config.ts -newer "$jar" -print -quit 2>/dev/null)
  [ -z "$newer" ]
}

build_if_needed() {
  is_built && return 0
  need_tools
  echo "Building (a first build fetches libraries and takes some minutes) ..." >&2
  mvn -q -B -ntp -f "$root/pom.xml" -DskipTests package >&2 || stop "The build failed; its messages stand above."
}
