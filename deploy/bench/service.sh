# Sourced by the runners that measure a service in a process of its own: builds what they need and starts their main class.

# What the database keeps in memory: a server for a million people has more than a test's 128M.
export DATABASE_MEMORY="${DATABASE_MEMORY:-1G}"

# run_benchmark <service> <main class> <arguments>...: a clean clone is built first, which takes some minutes.
run_benchmark() {
  local service="$root/$1" main="$2" class paths
  class="$service/target/test-classes/${main//.//}.class"
  paths="$service/target/benchmark.classpath"
  require_jdk_25
  if [[ ! -f "$paths" || ! -f "$class" || "$service/pom.xml" -nt "$paths" || "$root/pom.xml" -nt "$paths" ]] ||
    [[ -n "$(find "$service/src" "$root/platform/src" -newer "$class" -name '*.java' -print -quit)" ]]; then
    require_maven
    echo "Building, which takes some minutes at the first time ..." >&2
    (cd "$root" && mvn -q -B -pl "$1" -am -DskipTests -Dspotless.check.skip=true test-compile \
      dependency:build-classpath -Dmdep.outputFile=target/benchmark.classpath -Dmdep.includeScope=test) >&2
    touch "$class"
  fi
  # The platform's own tests bring migrations of their own; only the service's are meant here. The tests' database may still be running,
  # with their memory: this is another one.
  exec "$JAVA_HOME/bin/java" ${JAVA_OPTIONS:--Xmx1g -XX:+UseSerialGC} \
    "-Dinfrastructure.directory=$root/target/benchmark/$DATABASE_MEMORY" \
    "-Dspring.flyway.locations=filesystem:$service/target/classes/db/migration" \
    -cp "$service/target/test-classes:$service/target/classes:$(cat "$paths")" "$main" "${@:3}"
}
