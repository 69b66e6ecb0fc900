package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A Hazelcast cluster on loopback, as its members' configuration files describe it. */
record Hazelcasts(List<Path> files) {
    private static final String MEMBER = """
            <hazelcast xmlns="http://www.hazelcast.com/schema/config">
              <cluster-name>%s</cluster-name>
              <properties>
                <property name="hazelcast.phone.home.enabled">false</property>
                <property name="hazelcast.socket.bind.any">false</property>
                <property name="hazelcast.logging.type">jdk</property>
                <property name="hazelcast.operation.call.timeout.millis">10000</property>
                <property name="hazelcast.heartbeat.interval.seconds">1</property>
                <property name="hazelcast.max.no.heartbeat.seconds">10</property>
                <property name="hazelcast.partition.count">31</property>
              </properties>
              <cache name="vizgate-*">
                <backup-count>1</backup-count>
                <eviction size="2000000000" max-size-policy="ENTRY_COUNT" eviction-policy="LRU"/>
                <expiry-policy-factory>
                  <timed-expiry-policy-factory expiry-policy-type="MODIFIED" duration-amount="366" time-unit="DAYS"/>
                </expiry-policy-factory>
              </cache>
              <network>
                <port auto-increment="false">%d</port>
                <join>
                  <auto-detection enabled="false"/>
                  <multicast enabled="false"/>
                  <tcp-ip enabled="true">%s</tcp-ip>
                </join>
                <interfaces enabled="true"><interface>127.0.0.1</interface></interfaces>
              </network>
            </hazelcast>
            """;

    static Hazelcasts describe(int members) {
        try {
            List<Integer> ports = new ArrayList<>();
            for (int i = 0; i < members; i++) {
                ports.add(Ports.free());
            }
            String addresses = ports.stream()
                    .map(port -> "<member>127.0.0.1:" + port + "</member>")
                    .collect(Collectors.joining());
            Path folder = Files.createDirectories(Path.of(System.getProperty("it.work"), "hazelcast"))
                    .toAbsolutePath();
            String name = UUID.randomUUID().toString();
            List<Path> files = new ArrayList<>();
            for (int port : ports) {
                files.add(Files.writeString(
                        folder.resolve("member-" + port + ".xml"), MEMBER.formatted(name, port, addresses)));
            }
            return new Hazelcasts(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each member what the store has to be told. */
    List<Map<String, String>> options() {
        return files.stream()
                .map(file -> Map.of(
                        "CONFIG", file.toString(), "PROVIDER", "com.hazelcast.cache.HazelcastMemberCachingProvider"))
                .toList();
    }
}
