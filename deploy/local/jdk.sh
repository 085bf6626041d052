# Sourced by the entry points. Sets JAVA_HOME to a JDK 25, or ends with a line that says what is missing.

is_jdk_25() {
  [[ -x "$1/bin/javac" ]] && "$1/bin/java" -version 2>&1 | grep -q '^[a-z]* version "25[."]'
}

require_jdk_25() {
  local candidate path_java
  path_java="$(readlink -f "$(command -v javac || echo /nowhere/bin/javac)")"
  for candidate in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/*25* "${path_java%/bin/javac}"; do
    if is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate"
      return
    fi
  done
  echo "No JDK 25 was found in JAVA_HOME, in /usr/lib/jvm or on the PATH: install one, e.g. temurin-25-jdk from https://adoptium.net" >&2
  exit 1
}

require_maven() {
  command -v mvn >/dev/null || {
    echo "Maven was not found on the PATH: install it, e.g. with 'apt-get install maven'" >&2
    exit 1
  }
}
